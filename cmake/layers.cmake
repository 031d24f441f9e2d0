# A layer is a folder and a static library of the same name; sources are found by themselves.

add_library(entente_warnings INTERFACE)
target_compile_options(entente_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>  # GCC 12 sees overlaps in std::string that are not there (its bug 105651)
  $<$<BOOL:${ENTENTE_WERROR}>:-Werror>)

function(entente_layer name)
  cmake_parse_arguments(arg "" "" "DEPENDS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${name}/*.cpp)
  add_library(entente_${name} STATIC ${sources})
  add_library(entente::${name} ALIAS entente_${name})
  target_include_directories(entente_${name} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>
                                                    $<INSTALL_INTERFACE:include/entente>)
  target_include_directories(entente_${name} SYSTEM PUBLIC $<BUILD_INTERFACE:${RAPIDJSON_INCLUDE_DIRS}>
                                                           $<BUILD_INTERFACE:${Boost_INCLUDE_DIRS}>)
  target_link_libraries(entente_${name} PUBLIC ${arg_DEPENDS} PRIVATE $<BUILD_INTERFACE:entente_warnings>)
  target_compile_features(entente_${name} PUBLIC cxx_std_20)
  # The same floating-point results on every processor: no fused operations that some lack.
  target_compile_options(entente_${name} PRIVATE -ffp-contract=off)
endfunction()

# The model and the tables, linked into the program so that it is one file: data/embedded.S names them.
function(entente_data name)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/data/*.tsv
       ${PROJECT_SOURCE_DIR}/models/*.model ${PROJECT_SOURCE_DIR}/models/*.weights
       ${PROJECT_SOURCE_DIR}/models/*.families)
  set(assembly ${PROJECT_BINARY_DIR}/embedded.S)
  set(table ${PROJECT_BINARY_DIR}/embedded.cpp)
  set(asm_text "    .section .rodata\n")
  set(rows "")
  set(externs "")
  set(i 0)
  foreach(file ${files})
    file(RELATIVE_PATH path ${PROJECT_SOURCE_DIR} ${file})
    string(APPEND asm_text "    .balign 64\n    .global entente_file_${i}\nentente_file_${i}:\n    .incbin \"${file}\"\n"
                           "    .global entente_file_${i}_end\nentente_file_${i}_end:\n    .byte 0\n")
    string(APPEND externs "extern \"C\" const char entente_file_${i}[], entente_file_${i}_end[];\n")
    string(APPEND rows "    {\"${path}\", {entente_file_${i}, static_cast<std::size_t>(entente_file_${i}_end - entente_file_${i})}},\n")
    math(EXPR i "${i}+1")
  endforeach()
  string(APPEND asm_text "    .section .note.GNU-stack,\"\",%progbits\n")
  file(CONFIGURE OUTPUT ${assembly} CONTENT "${asm_text}" @ONLY)
  file(CONFIGURE OUTPUT ${table} CONTENT
"#include \"extract/embedded.hpp\"
${externs}
namespace entente {
namespace {
const EmbeddedFile k_files[] = {
${rows}};
}  // namespace
std::span<const EmbeddedFile> embedded_files() { return k_files; }
}  // namespace entente
" @ONLY)
  add_library(${name} STATIC ${assembly} ${table})
  set_source_files_properties(${assembly} PROPERTIES OBJECT_DEPENDS "${files}")
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
endfunction()
