CREATE CONSTRAINT entente_actor IF NOT EXISTS FOR (a:Actor) REQUIRE a.id IS UNIQUE;
UNWIND [
{id:'CHN',name:'China',country:'CHN',mentions:1},
{id:'DEU',name:'Germany',country:'DEU',first_seen:date('2024-03-03'),last_seen:date('2024-03-03'),mentions:2},
{id:'EGY',name:'Egypt',country:'EGY',first_seen:date('2024-05-02'),last_seen:date('2024-05-04'),mentions:6},
{id:'ETH',name:'Ethiopia',country:'ETH',first_seen:date('2024-05-02'),last_seen:date('2024-05-04'),mentions:5},
{id:'HRV',name:'Croatia',country:'HRV',first_seen:date('2024-03-03'),last_seen:date('2024-03-03'),mentions:2},
{id:'HUN',name:'Hungary',country:'HUN',first_seen:date('2024-03-03'),last_seen:date('2024-03-03'),mentions:2},
{id:'IRN',name:'Iran',country:'IRN',mentions:1},
{id:'KEN',name:'Kenya',country:'KEN',first_seen:date('2024-05-03'),last_seen:date('2024-05-03'),mentions:3},
{id:'MDA',name:'Moldova',country:'MDA',first_seen:date('2024-03-03'),last_seen:date('2024-04-09'),mentions:2},
{id:'RUS',name:'Russia',country:'RUS',first_seen:date('2024-04-09'),last_seen:date('2024-04-09'),mentions:4},
{id:'SDN',name:'Sudan',country:'SDN',first_seen:date('2024-05-02'),last_seen:date('2024-05-03'),mentions:2},
{id:'SRB',name:'Serbia',country:'SRB',first_seen:date('2024-03-03'),last_seen:date('2024-03-03'),mentions:2},
{id:'SVN',name:'Slovenia',country:'SVN',first_seen:date('2024-03-03'),last_seen:date('2024-03-03'),mentions:1},
{id:'TJK',name:'Tajikistan',country:'TJK',mentions:1},
{id:'TUR',name:'Turkey',country:'TUR',first_seen:date('2024-04-09'),last_seen:date('2024-04-09'),mentions:4},
{id:'UKR',name:'Ukraine',country:'UKR',first_seen:date('2024-04-09'),last_seen:date('2024-04-09'),mentions:2},
{id:'USA',name:'United States',country:'USA',mentions:2},
{id:'XKX',name:'Kosovo',country:'XKX',first_seen:date('2024-03-03'),last_seen:date('2024-03-03'),mentions:1}] AS row
MERGE (a:Actor {id: row.id}) SET a:country, a += row;
UNWIND [
{id:'islamic-state',name:'Islamic State',country:'IRQ',mentions:1},
{id:'taliban',name:'Taliban',country:'AFG',mentions:5}] AS row
MERGE (a:Actor {id: row.id}) SET a:group, a += row;
UNWIND [
{id:'nato',name:'NATO',first_seen:date('2024-03-03'),last_seen:date('2024-03-03'),mentions:1}] AS row
MERGE (a:Actor {id: row.id}) SET a:organisation, a += row;
UNWIND [
{id:'aleksandar-vucic',name:'Aleksandar Vucic',country:'SRB',first_seen:date('2024-03-03'),last_seen:date('2024-03-03'),mentions:1},
{id:'andrej-plenkovic',name:'Andrej Plenkovic',country:'HRV',first_seen:date('2024-03-03'),last_seen:date('2024-03-03'),mentions:1},
{id:'recep-tayyip-erdogan',name:'Recep Tayyip Erdogan',country:'TUR',first_seen:date('2024-05-01'),last_seen:date('2024-05-01'),mentions:1},
{id:'vladimir-putin',name:'Vladimir Putin',country:'RUS',first_seen:date('2024-05-01'),last_seen:date('2024-05-01'),mentions:1}] AS row
MERGE (a:Actor {id: row.id}) SET a:person, a += row;
UNWIND [
{from:'EGY',to:'ETH',id:'e:d5fd7cc74f96d51d',is:{id:'e:d5fd7cc74f96d51d',label:'accused',polarity:'affirmed',quad:3,weight:1,confidence:0.8,tone:-2,documents:1,sources:1,symmetric:false,start:date('2024-05-02'),end:date('2024-05-02'),days:[date('2024-05-02')],evidence:['records.ndjson#rec-1#0'],sentences:['Egypt accused Ethiopia of filling the dam.']}},
{from:'ETH',to:'EGY',id:'e:bd0dadb2e288ca3b',is:{id:'e:bd0dadb2e288ca3b',label:'criticised',polarity:'affirmed',quad:3,weight:1,confidence:0.8,tone:-2,documents:1,sources:1,symmetric:false,start:date('2024-05-04'),end:date('2024-05-04'),days:[date('2024-05-04')],evidence:['records.ndjson#rec-3#1'],sentences:['Ethiopia criticised Egypt.']}},
{from:'SVN',to:'HUN',id:'e:aa58836730b729a3',is:{id:'e:aa58836730b729a3',label:'accused',polarity:'affirmed',quad:3,weight:1,confidence:0.8,tone:-2,documents:1,sources:1,symmetric:false,start:date('2024-03-03'),end:date('2024-03-03'),days:[date('2024-03-03')],evidence:['border.txt#5'],sentences:['Hungary did not recognise Kosovo, and Slovenia accused Hungary of spreading rumours.']}},
{from:'TJK',to:'taliban',id:'e:835fe05e22bdbe88',is:{id:'e:835fe05e22bdbe88',label:'criticised',polarity:'affirmed',quad:3,weight:1,confidence:0.76,tone:-2,documents:1,sources:1,symmetric:false,days:[],evidence:['damaged.txt#8'],sentences:['envoy of Iran said that Iran supports  Taliban, and  leers of Tajikistan criticised  Taliban.']}},
{from:'TUR',to:'RUS',id:'e:2f7d0461ec58d858',is:{id:'e:2f7d0461ec58d858',label:'condemned',polarity:'affirmed',quad:3,weight:1,confidence:0.8,tone:-2,documents:1,sources:1,symmetric:false,start:date('2024-04-09'),end:date('2024-04-09'),days:[date('2024-04-09')],evidence:['grain.txt#4'],sentences:['Turkey condemned Russia.']}}] AS row
MATCH (a:Actor {id: row.from}), (b:Actor {id: row.to})
MERGE (a)-[r:ACCUSE {id: row.id}]->(b) SET r += row.is;
UNWIND [
{from:'CHN',to:'taliban',id:'e:714811d1ced3c95f',is:{id:'e:714811d1ced3c95f',label:'offered aid to',polarity:'affirmed',quad:1,weight:1,confidence:0.9,tone:5.2,documents:1,sources:1,symmetric:false,days:[],evidence:['damaged.txt#6'],sentences:['China offered aid to  Taliban.']}},
{from:'TUR',to:'UKR',id:'e:f4fcdab57addb546',is:{id:'e:f4fcdab57addb546',label:'offered corridor',polarity:'affirmed',quad:1,weight:1,confidence:0.8,tone:4,documents:1,sources:1,symmetric:false,start:date('2024-04-09'),end:date('2024-04-09'),days:[date('2024-04-09')],evidence:['grain.txt#0'],sentences:['Turkey offered Ukraine a corridor for grain.']}},
{from:'UKR',to:'TUR',id:'e:80f31b0b0eacab61',is:{id:'e:80f31b0b0eacab61',label:'accepted offer from',polarity:'affirmed',quad:1,weight:1,confidence:0.9,tone:4,documents:1,sources:1,symmetric:false,start:date('2024-04-09'),end:date('2024-04-09'),days:[date('2024-04-09')],evidence:['grain.txt#1'],sentences:['Ukraine accepted the offer from Turkey.']}},
{from:'recep-tayyip-erdogan',to:'vladimir-putin',id:'e:be1d1315694aaa8c',is:{id:'e:be1d1315694aaa8c',label:'will meet',polarity:'affirmed',quad:1,weight:1,confidence:0.8,tone:4,documents:1,sources:1,symmetric:true,start:date('2024-05-01'),end:date('2024-05-01'),days:[date('2024-05-01')],evidence:['grain.txt#5'],sentences:['Russian President Vladimir Putin will meet Turkish President Recep Tayyip Erdoğan next month.']}}] AS row
MATCH (a:Actor {id: row.from}), (b:Actor {id: row.to})
MERGE (a)-[r:AGREE {id: row.id}]->(b) SET r += row.is;
UNWIND [
{from:'DEU',to:'MDA',id:'e:d933aa31c1981666',is:{id:'e:d933aa31c1981666',label:'sent humanitarian aid to',polarity:'affirmed',quad:2,weight:1,confidence:0.9,tone:7.4,documents:1,sources:1,symmetric:false,start:date('2024-03-03'),end:date('2024-03-03'),days:[date('2024-03-03')],evidence:['border.txt#6'],sentences:['Germany sent humanitarian aid to Moldova.']}}] AS row
MATCH (a:Actor {id: row.from}), (b:Actor {id: row.to})
MERGE (a)-[r:AID {id: row.id}]->(b) SET r += row.is;
UNWIND [
{from:'taliban',to:'islamic-state',id:'e:d6d119b66c0357e0',is:{id:'e:d6d119b66c0357e0',label:'attacked',polarity:'affirmed',quad:4,weight:1,confidence:0.8,tone:-10,documents:1,sources:1,symmetric:false,days:[],evidence:['damaged.txt#1'],sentences:['Taliban attacked  Islamic State in  north.']}}] AS row
MATCH (a:Actor {id: row.from}), (b:Actor {id: row.to})
MERGE (a)-[r:ASSAULT {id: row.id}]->(b) SET r += row.is;
UNWIND [
{from:'EGY',to:'ETH',id:'e:f6db2b4a87ea91ca',is:{id:'e:f6db2b4a87ea91ca',label:'talks',polarity:'affirmed',quad:1,weight:1,confidence:0.65,tone:7,documents:1,sources:1,symmetric:true,start:date('2024-05-03'),end:date('2024-05-03'),days:[date('2024-05-03')],evidence:['records.ndjson#rec-2#0'],sentences:['Kenya hosted talks between Egypt and Ethiopia in Nairobi.']}},
{from:'EGY',to:'KEN',id:'e:3b6dc8c9573167ef',is:{id:'e:3b6dc8c9573167ef',label:'hosted talks between',polarity:'affirmed',quad:1,weight:1,confidence:0.9,tone:1,documents:1,sources:1,symmetric:true,start:date('2024-05-03'),end:date('2024-05-03'),days:[date('2024-05-03')],evidence:['records.ndjson#rec-2#0'],sentences:['Kenya hosted talks between Egypt and Ethiopia in Nairobi.']}},
{from:'ETH',to:'KEN',id:'e:21512e11c0653c32',is:{id:'e:21512e11c0653c32',label:'hosted talks between',polarity:'affirmed',quad:1,weight:1,confidence:0.9,tone:1,documents:1,sources:1,symmetric:true,start:date('2024-05-03'),end:date('2024-05-03'),days:[date('2024-05-03')],evidence:['records.ndjson#rec-2#0'],sentences:['Kenya hosted talks between Egypt and Ethiopia in Nairobi.']}},
{from:'aleksandar-vucic',to:'andrej-plenkovic',id:'e:c517d036433eb48a',is:{id:'e:c517d036433eb48a',label:'met',polarity:'affirmed',quad:1,weight:1,confidence:0.8,tone:1,documents:1,sources:1,symmetric:true,start:date('2024-03-03'),end:date('2024-03-03'),days:[date('2024-03-03')],evidence:['border.txt#1'],sentences:['Croatian Prime Minister Andrej Plenković met Serbian President Aleksandar Vučić in Zagreb on Sunday.']}}] AS row
MATCH (a:Actor {id: row.from}), (b:Actor {id: row.to})
MERGE (a)-[r:CONSULT {id: row.id}]->(b) SET r += row.is;
UNWIND [
{from:'HUN',to:'XKX',id:'e:49224cc6237251d3',is:{id:'e:49224cc6237251d3',label:'did not recognise',polarity:'negated',quad:1,weight:1,confidence:0.8,tone:6,documents:1,sources:1,symmetric:false,start:date('2024-03-03'),end:date('2024-03-03'),days:[date('2024-03-03')],evidence:['border.txt#5'],sentences:['Hungary did not recognise Kosovo, and Slovenia accused Hungary of spreading rumours.']}}] AS row
MATCH (a:Actor {id: row.from}), (b:Actor {id: row.to})
MERGE (a)-[r:NOT_SUPPORT {id: row.id}]->(b) SET r += row.is;
UNWIND [
{from:'ETH',to:'EGY',id:'e:5babb7103c5b718a',is:{id:'e:5babb7103c5b718a',label:'rejected demand',polarity:'affirmed',quad:3,weight:1,confidence:0.612,tone:-4,documents:1,sources:1,symmetric:false,start:date('2024-05-02'),end:date('2024-05-02'),days:[date('2024-05-02')],evidence:['records.ndjson#rec-1#1'],sentences:['Ethiopia rejected the demand of Egypt.']}},
{from:'RUS',to:'USA',id:'e:9e28254d8b502549',is:{id:'e:9e28254d8b502549',label:'rejected plan',polarity:'affirmed',quad:3,weight:1,confidence:0.612,tone:-4,documents:1,sources:1,symmetric:false,days:[],evidence:['damaged.txt#7'],sentences:['Russia rejected  plan of  United States.']}}] AS row
MATCH (a:Actor {id: row.from}), (b:Actor {id: row.to})
MERGE (a)-[r:REJECT {id: row.id}]->(b) SET r += row.is;
UNWIND [
{from:'SDN',to:'EGY',id:'e:adf34fd983af94d9',is:{id:'e:adf34fd983af94d9',label:'urged',polarity:'affirmed',quad:3,weight:1,confidence:0.8,tone:3,documents:1,sources:1,symmetric:false,start:date('2024-05-02'),end:date('2024-05-02'),days:[date('2024-05-02')],evidence:['records.ndjson#rec-1#2'],sentences:['Sudan urged Egypt to negotiate.']}},
{from:'USA',to:'taliban',id:'e:87b29a943ff161ef',is:{id:'e:87b29a943ff161ef',label:'must break',polarity:'affirmed',quad:3,weight:1,confidence:0.42,tone:-5,documents:1,sources:1,symmetric:false,days:[],evidence:['damaged.txt#5'],sentences:['minister ded that  Taliban must break with  Islamic State.']}},
{from:'nato',to:'SRB',id:'e:391e5402f5437ca4',is:{id:'e:391e5402f5437ca4',label:'urged',polarity:'affirmed',quad:3,weight:1,confidence:0.8,tone:3,documents:1,sources:1,symmetric:false,start:date('2024-03-03'),end:date('2024-03-03'),days:[date('2024-03-03')],evidence:['border.txt#7'],sentences:['NATO urged Serbia to withdraw its troops.']}}] AS row
MATCH (a:Actor {id: row.from}), (b:Actor {id: row.to})
MERGE (a)-[r:REQUEST {id: row.id}]->(b) SET r += row.is;
UNWIND [
{from:'RUS',to:'MDA',id:'e:a992e9ba4b7b500e',is:{id:'e:a992e9ba4b7b500e',label:'imposed sanctions on',polarity:'affirmed',quad:4,weight:1,confidence:0.9,tone:-8,documents:1,sources:1,symmetric:false,start:date('2024-04-09'),end:date('2024-04-09'),days:[date('2024-04-09')],evidence:['grain.txt#3'],sentences:['Russia imposed sanctions on Moldova.']}}] AS row
MATCH (a:Actor {id: row.from}), (b:Actor {id: row.to})
MERGE (a)-[r:SANCTION {id: row.id}]->(b) SET r += row.is;
UNWIND [
{from:'HRV',to:'DEU',id:'e:38688832709ab32c',is:{id:'e:38688832709ab32c',label:'thanked',polarity:'affirmed',quad:1,weight:1,confidence:0.8,tone:3.4,documents:1,sources:1,symmetric:false,start:date('2024-03-03'),end:date('2024-03-03'),days:[date('2024-03-03')],evidence:['border.txt#4'],sentences:['Croatia thanked Germany.']}},
{from:'HRV',to:'SRB',id:'e:57895217b54250ab',is:{id:'e:57895217b54250ab',label:'signed agreement',polarity:'affirmed',quad:1,weight:1,confidence:0.9,tone:8,documents:1,sources:1,symmetric:true,start:date('2024-03-03'),end:date('2024-03-03'),days:[date('2024-03-03')],evidence:['border.txt#3'],sentences:['Serbia and Croatia signed an agreement on the crossing.']}},
{from:'IRN',to:'taliban',id:'e:510bcb4681db9a0c',is:{id:'e:510bcb4681db9a0c',label:'supports',polarity:'affirmed',quad:1,weight:1,confidence:0.8,tone:3.4,documents:1,sources:1,symmetric:false,days:[],evidence:['damaged.txt#8'],sentences:['envoy of Iran said that Iran supports  Taliban, and  leers of Tajikistan criticised  Taliban.']}},
{from:'KEN',to:'SDN',id:'e:7c7d32913d2b8a9a',is:{id:'e:7c7d32913d2b8a9a',label:'praised',polarity:'affirmed',quad:1,weight:1,confidence:0.8,tone:3.4,documents:1,sources:1,symmetric:false,start:date('2024-05-03'),end:date('2024-05-03'),days:[date('2024-05-03')],evidence:['records.ndjson#rec-2#1'],sentences:['Kenya praised Sudan.']}}] AS row
MATCH (a:Actor {id: row.from}), (b:Actor {id: row.to})
MERGE (a)-[r:SUPPORT {id: row.id}]->(b) SET r += row.is;
UNWIND [
{from:'RUS',to:'TUR',id:'e:db832d638bd653d2',is:{id:'e:db832d638bd653d2',label:'threatened',polarity:'affirmed',quad:3,weight:1,confidence:0.8,tone:-6,documents:1,sources:1,symmetric:false,start:date('2024-04-09'),end:date('2024-04-09'),days:[date('2024-04-09')],evidence:['grain.txt#2'],sentences:['Russia threatened Turkey with a blockade.']}}] AS row
MATCH (a:Actor {id: row.from}), (b:Actor {id: row.to})
MERGE (a)-[r:THREATEN {id: row.id}]->(b) SET r += row.is;
