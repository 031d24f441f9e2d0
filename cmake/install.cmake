# cmake --install: the program, its man pages and completions; as component `dev` libentente with headers and a package
# config (find_package(entente), entente::entente). package.cmake makes Debian packages of both.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME program)

install(TARGETS entente RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

# Made by the program from its own option tables.
set(manual ${PROJECT_BINARY_DIR}/manual)
add_custom_command(
  OUTPUT ${manual}/entente.bash
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${manual}/man1
  COMMAND entente man --all ${manual}/man1
  COMMAND gzip -9nr ${manual}/man1
  COMMAND entente completion bash > ${manual}/entente.bash
  COMMAND entente completion zsh > ${manual}/_entente
  COMMAND entente completion fish > ${manual}/entente.fish
  DEPENDS entente
  COMMENT "Man pages and completions")
add_custom_target(manual ALL DEPENDS ${manual}/entente.bash)
install(DIRECTORY ${manual}/man1 DESTINATION ${CMAKE_INSTALL_MANDIR})
install(FILES ${manual}/entente.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME entente)
install(FILES ${manual}/_entente DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${manual}/entente.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES README.md CHANGELOG.md LICENSE docs/formats.md docs/gephi.md docs/store.md docs/cluster.md docs/events.md
        DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY scripts/cluster DESTINATION ${CMAKE_INSTALL_DATADIR}/entente USE_SOURCE_PERMISSIONS)
install(FILES models/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME LICENSE.models)

# The library: one target for users, the layers behind it.
add_library(entente_entente INTERFACE)
target_link_libraries(entente_entente INTERFACE entente_extract entente_export entente_graph entente_core)
set_target_properties(entente_entente PROPERTIES EXPORT_NAME entente)
foreach(layer core extract graph export)
  set_target_properties(entente_${layer} PROPERTIES EXPORT_NAME ${layer})
  install(DIRECTORY ${layer} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/entente COMPONENT dev
          FILES_MATCHING PATTERN "*.hpp")
endforeach()
install(TARGETS entente_entente entente_core entente_extract entente_graph entente_export entente_embedded entente_page
        EXPORT entente ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}/entente COMPONENT dev)
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/entente)
install(EXPORT entente NAMESPACE entente:: FILE entente-targets.cmake DESTINATION ${package} COMPONENT dev)
configure_package_config_file(cmake/entente-config.cmake.in entente-config.cmake INSTALL_DESTINATION ${package})
write_basic_package_version_file(entente-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/entente-config.cmake ${PROJECT_BINARY_DIR}/entente-config-version.cmake
        DESTINATION ${package} COMPONENT dev)
