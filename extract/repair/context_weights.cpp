// SPDX-License-Identifier: CC-BY-SA-4.0 (counted from the texts that models/README.md names)
// Weights of logistic regressions, in tenths, made by models/train/repair_contexts.py: written by a program, not by hand. A feature
// is the word to the left (L=) or right (R=) as the damage left it, an ending (l~ r~) or a capital (L^ R^).
#include "extract/repair/context.hpp"

namespace entente::repair {

std::span<const Confusion> confusions() {
    static constexpr Confusion k_table[] = {
        {"or", "or", "other", -9,
         "|L=each 90|R=than 77|L=four 68|L=says 64|L=several 64|L=of 62|L=many 61|L=or 61|L=while 59|L=and 58|"
         "L=no 58|L=/ -56|L=among 56|L=some 56|R=local 53|R=something -53|R=hand 52|L=numerous 51|L=only 51|"
         "L=seven 51|R=men 51|L=- -50|L=like 50|L=six 50|R=older -50|L=my 49|R=do -48|R=so -48|L=by 47|L=with 47|"
         "R=all -46|R=phone 46|L=2 -45|R=what -45|L=five 44|L=for 44|R=public 44|L=) -43|L=questions -43|R=more -43|"
         "R=way 43|R=you -43|L=' -42|L=any 42|R=are -42|R=may -42|R=people 42|R=was -42|L=13 41|R=y -41|L=day -40|"
         "R=or -40|L=all 39|L=bus -39|R=even -39|R=your -39|L=three 38|R=face -38|L=from 37|L=killed -37|"
         "R=circumstances 37|L=than 36|R=activists 36|R=an -36|R=not -36|R=passengers 36|L=3 -35|R=currencies 35|"
         "R=violence 35|l~s -35|L=said 34|R=just -34|R=maybe -34|R=sites 34|L=12 33|L=nine 33|R=after -33|"
         "R=delivery -33|R=if -33|R=less -33|R=parts 33|R=that -33|R=were -33|L=20 32|L=are 32|R=activities 32|"
         "R=anor -32|R=changes 32|R=health 32|L=000 -31|R=any -31|R=by -31|R=officials 31|R=one 31|R=six -31|"
         "R=suspects 31|R=who -31|L=it -30|L=two 30|R=he -30|R=soldiers 30|R=things 30|L=test -29|R=regions 29|"
         "R=senior 29|R=take -29|R=whatever -29|R=when -29|R=words 29|L=citizens -28|L=damage -28|R=3 28|R=have -28|"
         "R=how -28|R=states 28|L=into 27|L=shopping -27|L=ten 27|L=that 27|R=drugs -27|R=government 27|R=his -27|"
         "R=person 27|R=side 27|L=. 26|L=meaning -26|L=resign -26|L=to 26|R=country 26|R=destroyed -26|R=orwise -26|"
         "R=to -26|R=western 26|L=detention -25|L=him -25|L=in 25|L=takeout -25|L=them -25|R=a -25|R=crimes 25|"
         "R=large 25|R=places 25|R=quarantine -25|L=attack 24|L=eight 24|L=groups -24|L=vaccination -24|"
         "R=events -24|R=ir -24|R=militants 24|R=political 24|R=three -24|L=( -23|R=areas 23|R=attacks 23|"
         "R=comments 23|R=else -23|R=end 23|R=nations 23|R=non 23|R=palestinians 23|L=days -22|L=injuries -22|"
         "L=state -22|L=vaccine -22|R=early -22|R=injuries -22|R=issues 22|R=recovered -22|L=, -21|L=dose -21|"
         "L=people -21|R=anything -21|R=deaths -21|R=instructions -21|R=major 21|r~s 21|L=casualties -20|"
         "R=casualties -20|R=defendants 20|R=details -20|R=locations 20|R=moderna -20|R=u 20|L=vaccinated -19|"
         "R=. 19|R=be -19|R=objects 19|r~. 19|L=one 18|R=2 -18|R=at -18|L=1 -17|L=as 17|L=destroyed -17|L=do 17|"
         "L=on 17|R=damaged -17|R=members 17|R=negative -17|R=received -17|L=^ 16|L=accept -16|R=charges 16|"
         "R=cultural 16|R=in -16|R=officers 16|R=reject -16|R=state 16|R=message -15|R=of 15|l~x -15|R=countries 14|"
         "R=european 14|l~ed -14|R=former 13|R=me -13|R=options 13|R=provinces 13|R=territory -13|R=undergo -13|"
         "L=damaged -12|L=pfizer -12|R=- 12|R=agencies 12|R=diplomats 12|r~- 12|L=; 11|R=covid 11|R=legal -11|"
         "L^ -10|R=' 10|R=for -10|R=two 10|r~' 10|r~0 -10|R=and 9|l~ing -9|L=there -8|L=up 8|R=injured 8|L=use 7|"
         "R=facilities 7|R=women 7|L=4 -6|L=week -6|R=air -6|R=food -6|R=is -6|R=will -6|R=wounded -6|R=missing -5|"},
        {"me", "me", "made", -2,
         "|L=been 67|L=to -67|L=give -66|L=let -63|L=are 61|L=send -61|L=being 60|L=for -58|L=tell -58|L=be 57|"
         "L=told -57|l~ed -57|L=he 55|L=is 54|L=gave -52|L=with -52|L=makes -49|L=already 48|L=have 48|L=help -48|"
         "L=they 48|L=charge -47|L=gives -47|L=upon -47|L=were 47|L=has 46|L=you 46|R=by 46|L=call -45|R=when -45|"
         "R=me 44|L=get -43|L=we 43|R=and -43|R=with -43|L=i 42|L=also 41|L=got -41|R=his 41|L=from -40|L=like -40|"
         "L=made -40|L=of -40|L=which 40|R=at -40|R=! -39|r~! -39|R=him 38|L=trust -37|L=ô -37|L=at -36|L=- 35|"
         "R=available 35|R=feel -35|L=on -34|L=was 34|R=comment 34|L=comments 33|L=contact -33|L=threats 33|R=no 33|"
         "L=telling -32|R=comments 32|L=helping -30|R=an 30|R=back -30|R=it 30|R=landfall 30|R=say -30|R=that -30|"
         "L=who 29|R=your -29|L=had 28|R=my 28|R=public 28|R=as -25|R=$ -23|R=during 23|r~$ -23|R=just 22|l~ing -22|"
         "L=or 21|R=through -21|R=vaccine 21|R=same 20|L=^ 19|L=vaccine 19|R=using 18|R=one 16|L=, 15|L^ 14|"
         "R=against -14|R=so 14|r~s 14|L=handed -13|R=. -13|R=about 13|R=this -13|r~. -13|R=know -12|R=mandatory 12|"
         "R=for 11|R=from 11|R=if -11|R=in 11|R=out -11|R=to -11|R=he -10|R=how -10|r~0 -10|R=i -9|R=she -9|R=of 8|"
         "L=called -7|L=showed -7|R=? -7|R=a 7|R=before 7|r~? -7|R=, -5|l~s 5|r~, -5|"},
        {"he", "he", "head", -17,
         "|R=of 94|R=to 70|R=coach 69|L=in 56|L=to 56|L=his 48|L=my 46|L=your 46|R=wanted -45|L=will 43|R=faces -42|"
         "L=a 41|L=her 40|L=on 39|R=appeared -38|L=after -37|L=since -37|L=think -37|L=until -36|L=because -35|"
         "L=when -35|L=where -35|R=- 35|R=me -35|r~- 35|L=but -34|L=is -34|L=saying -34|L=that -34|L=though -34|"
         "L=which -34|L=while -34|R=could -34|R=makes -34|R=says -34|R=showed -34|L=although -33|L=deputy 33|"
         "L=if -33|L=said -32|L=whom -32|R=does -32|R=got -32|R=h -32|R=should -32|R=still -32|R=would -32|L=^ -31|"
         "L=before -31|L=did -31|L=how -31|L=say -31|L=was -31|L=what -31|R=may -31|R=must -31|R=started -31|"
         "R=tested -31|L=; -30|L=says -30|R=can -30|R=expressed -30|R=feels -30|R=mentioned -30|R=ordered -30|"
         "R=told -30|R=wrote -30|R=grew -29|L=now 28|L=so -28|L=— -28|R=be -28|R=became -28|R=came -28|R=did -28|"
         "R=served -28|R=will -28|L=as -27|L=day -27|R=continues -27|R=took -27|R=visited -27|L=why -26|R=ds -26|"
         "R=first 26|R=hopes -26|R=plans -26|R=worked -26|L=( -25|L=claiming -25|L=time -25|R=committed -25|"
         "R=handed -25|R=traveled -25|L=sure -24|R=in 24|R=left -24|R=sees -24|R=earned -23|R=expects -23|"
         "R=explained -23|R=has -23|L=s 22|R=also -22|R=believes -22|R=received -22|R=said -22|R=tried -22|R^ 22|"
         "L=or 21|R=by 21|R=n -21|R=needs -21|R=really -21|R=used -21|R=warned -21|L=. -20|R=can't -20|R=is -20|"
         "R=just -20|R=later -20|R=offered -20|R=remains -20|R=seems -20|R=towards 20|R=was -20|R=went -20|"
         "r~can't -20|L=, -19|L=- -19|L=announces -19|L=like -19|L=whether -19|R=blames -19|R=ded -19|R=found -19|"
         "R=wants -19|L=and -18|L=cause -18|L=me -18|R=arrived -18|R=attempted -18|R=began -18|R=claims -18|"
         "R=refused -18|L=confirms -17|R=. 17|r~. 17|R=accused -16|R=cannot -16|R=denies -16|R=didn't -16|"
         "R=died -16|R=killed -16|R=knew -16|R=returned -16|R=saw -16|r~didn't -16|R=calls -15|R=doesn't -15|"
         "R=knows -15|r~doesn't -15|R=' -14|R=/ -14|R=and 14|R=couldn't -14|R=spoke -14|r~' -14|r~/ -14|"
         "r~couldn't -14|R=called -13|R=met -13|R=urged -13|R=wont -13|L=realized -12|R=described -12|R=gave -12|"
         "R=might -12|R=suffered -12|R=thought -12|R=allegedly -10|R=won't -10|r~won't -10|L=citizens 9|L=collide 9|"
         "l~ed -8|L=voters 7|R=, 7|r~, 7|"},
        {"re", "there", "read", -12,
         "|L=to 59|L=i 57|R=for -53|R=was -49|L=i've 46|L=is -45|R=has -45|R=are -44|R=can -44|R=is -44|L=are -43|"
         "L=go -43|L=out -43|L=were -43|R=have -43|R=were -43|L=in -41|L=you 41|R=will -41|R=y -41|l~ed -41|"
         "R=should -40|R=would -40|R=may -39|L=from -38|L=get -38|L=been -35|L=over -35|R=h -35|R=! -34|R=again -34|"
         "r~! -34|L=down -33|L=right -32|L=up -32|l~ing -32|R=with -31|L=be -30|l~s -30|L=it -29|L=while -29|"
         "R=after -29|L=still -26|L=say -25|R=to -25|R=’ -23|r~’ -23|L=said -18|L=if -17|R=it 17|L=going -16|"
         "R=? -16|R=on 16|r~? -16|R=that 15|R=this 15|L=. -13|L=being -13|L=living -12|R=in 12|L=- 11|R=an 11|"
         "R=as 11|L=so -8|L=not 7|R=. -7|R=a 7|R=any -7|r~. -7|L=was -6|L=where -6|R=, -6|R=or 6|R=you 6|R^ 6|"
         "r~, -6|"},
        {"far", "far", "father", -3,
         "|L=so -68|L=my 66|L=his 59|L=thus -54|R=of 47|R=east -46|L=by -44|L=too -42|R=as -42|R=too -42|"
         "R=north -41|R=from -35|L=her 34|L=as -33|l~ing -33|R=more -32|L=is -31|L=to -31|R=is 30|R=- -27|r~- -27|"
         "R=away -26|L=. 24|L=russian -23|l~ed 23|L=are -22|r~s 20|L^ 18|r~x -18|L=, -15|R=in 15|R^ 11|R=south -10|"
         "R=this -10|L=a 7|r~short 7|R=. 6|R=and 6|l~s -6|r~. 6|"},
        {"de", "de", "dead", 10,
         "|R=facto -65|L=shot 49|R=la -46|L=among 45|L=found 43|R=los -42|L=shoot 40|L=from 38|L=two 38|R=bodies 37|"
         "L=hundreds 36|R=- -34|R=birds 34|r~- -34|L=brain 33|R=vries -30|R=were 30|L=n -29|L=people 29|R=and 29|"
         "R^ -29|R=following 28|L=him 27|L=é -27|L^ -27|R=after 27|L=of 26|R=on 26|R=from 25|R=while 24|L=and 22|"
         "L=ndez -22|R=. 22|r~. 22|L=are 20|R=as 20|L=charles -19|R=in 19|R=lima -19|R=at 18|R=during 18|l~ed 18|"
         "L=five 16|R=two 16|R=kirchner -15|R=near 15|R=oro -15|L=confirmed 14|R=inside 14|L=one 13|R=, 13|"
         "R=outside 13|r~, 13|L=presumed 12|L=soldiers 11|L=rio -9|r~short 9|L=feared 8|L=paseo -8|R=a 8|"
         "R=france -8|R=paris -8|R=santa -8|L=- -7|L=place -7|L=reported 7|l~x -6|L=. -5|"},
        {"vice", "vice", "advice", 13,
         "|R=presidential -56|R=president -47|r~s -47|L=by -41|L=, -40|R^ -39|L=^ -38|R=- -36|r~- -36|L=of -32|"
         "L=s -25|r~short 24|L=and -22|L=first -15|L=for 15|L=venezuelan -15|l~s 11|L=as -9|R=, 8|r~, 8|"},
        {"option", "option", "adoption", -15,
         "|L=an -43|R=to -40|r~x -33|R=of 25|R=, -16|r~, -16|R=. 13|r~. 13|l~x -12|r~short 11|L=at -9|"
         "R=liquidation -9|R=for -8|"},
        {"wear", "weather", "wear", 0,
         "|L=bad -46|L=severe -44|R=a 43|L=cold -41|R=it 41|L=extreme -40|L=to 40|R=masks 38|L=of -37|R=is -37|"
         "l~ing -37|R=conditions -36|R=in -35|R=face 30|L=not 28|L=national -24|R=service -24|L^ -18|l~s 17|R^ 13|"
         "R=. -9|r~. -9|l~x -8|r~x 8|"},
        {"show", "show", "shadow", -14,
         "|l~s -43|R=that -39|r~s -39|L=to -38|R=in -31|L=not -30|R=proof -29|R=up -28|L=and -26|R=you -25|"
         "L=they -20|L=we -20|R=of 20|L=must -17|R=a -17|R=and 14|r~short -13|R^ 12|R=solidarity -11|L=who -10|"
         "R=support -10|L=polls -9|L=results -8|L=a -7|"},
    };
    return k_table;
}

}  // namespace entente::repair
