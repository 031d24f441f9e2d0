# The interactive page (page/), bundled with node and linked into the program. Without node and npm, or without a way to
# their packages, the build goes on and the program says how to get it.

option(ENTENTE_PAGE "Bundle the interactive page of 'export -f html' and 'view' (needs node and npm)" ON)

# Copies page/ into the build folder and installs there what its lock file names, once for each lock file. Sets
# `out` to whether that worked.
function(entente_page_packages folder out)
  set(${out} OFF PARENT_SCOPE)
  find_program(ENTENTE_NODE NAMES node nodejs)
  find_program(ENTENTE_NPM npm)
  if(NOT ENTENTE_NODE OR NOT ENTENTE_NPM)
    message(STATUS "The page is left out: node and npm are missing (apt-get install nodejs npm)")
    return()
  endif()
  file(SHA256 ${PROJECT_SOURCE_DIR}/page/package-lock.json lock)
  set(stamp ${folder}/installed-${lock})
  if(NOT EXISTS ${stamp})
    file(COPY ${PROJECT_SOURCE_DIR}/page/package.json ${PROJECT_SOURCE_DIR}/page/package-lock.json DESTINATION ${folder})
    execute_process(COMMAND ${ENTENTE_NPM} ci --ignore-scripts --no-audit --no-fund --prefer-offline --fetch-retries=1
                            --loglevel=error
                    WORKING_DIRECTORY ${folder} RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE why TIMEOUT 180)
    if(NOT failed STREQUAL "0")
      message(STATUS "The page is left out: npm could not install its packages: ${why}")
      return()
    endif()
    file(TOUCH ${stamp})
  endif()
  set(${out} ON PARENT_SCOPE)
endfunction()

# Makes the library `name`: the page, or nothing where it could not be bundled.
function(entente_page name)
  set(folder ${PROJECT_BINARY_DIR}/page)
  set(html ${folder}/page.html)
  set(has_page OFF)
  if(ENTENTE_PAGE)
    entente_page_packages(${folder} has_page)
  endif()
  set(ENTENTE_HAS_PAGE ${has_page} CACHE INTERNAL "")
  if(has_page)
    file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/page/src/*.ts ${PROJECT_SOURCE_DIR}/page/*.css
         ${PROJECT_SOURCE_DIR}/page/*.html ${PROJECT_SOURCE_DIR}/page/*.mjs ${PROJECT_SOURCE_DIR}/page/*.json)
    add_custom_command(OUTPUT ${html} DEPENDS ${sources}
      COMMAND ${CMAKE_COMMAND} -E rm -rf ${folder}/src
      COMMAND ${CMAKE_COMMAND} -E copy_directory ${PROJECT_SOURCE_DIR}/page ${folder}
      COMMAND ${ENTENTE_NODE} build.mjs ${html}
      WORKING_DIRECTORY ${folder} COMMENT "Bundling the page" VERBATIM)
  else()
    file(MAKE_DIRECTORY ${folder})
    file(TOUCH ${folder}/none)
    set(html ${folder}/none)
  endif()
  set(assembly ${PROJECT_BINARY_DIR}/page.S)
  file(CONFIGURE OUTPUT ${assembly} CONTENT
"    .section .rodata
    .global entente_page
entente_page:
    .incbin \"${html}\"
    .global entente_page_end
entente_page_end:
    .byte 0
    .section .note.GNU-stack,\"\",%progbits
" @ONLY)
  add_library(${name} STATIC ${assembly})
  set_source_files_properties(${assembly} PROPERTIES OBJECT_DEPENDS ${html})
endfunction()
