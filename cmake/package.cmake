# cpack -G DEB: the Debian packages entente and libentente-dev, as their policy wants them: stripped, manual pages and
# changelog compressed, a copyright file. Local builds: no claim to be in Debian's archive.
set(debian ${PROJECT_BINARY_DIR}/debian)
file(WRITE ${debian}/changelog "entente (${PROJECT_VERSION}) unstable; urgency=medium

  * See CHANGELOG.md beside this file.

 -- The entente project <entente@example.org>  Wed, 25 Nov 2026 00:00:00 +0000
")
execute_process(COMMAND gzip -9nc ${debian}/changelog OUTPUT_FILE ${debian}/changelog.gz)
foreach(package entente libentente-dev)
  if(package STREQUAL "entente")
    set(component program)
  else()
    set(component dev)
  endif()
  install(FILES cmake/copyright ${debian}/changelog.gz DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package}
          COMPONENT ${component})
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_CONTACT "The entente project <entente@example.org>")
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
    WORLD_EXECUTE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL program dev)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION
"Reads news articles and writes a typed, dated graph of the relations between
states, organisations, groups and persons, each with the sentence that says
it. Finds paths between actors and what changed between two dates; writes
files for Gephi, NetworkX, Cytoscape, Graphviz and Neo4j. Works offline.")
set(CPACK_COMPONENT_DEV_DESCRIPTION "${CPACK_COMPONENT_PROGRAM_DESCRIPTION}

This package has the static library, its headers and a CMake package.")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME entente)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_DEV_PACKAGE_NAME libentente-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS "libfmt-dev, rapidjson-dev, zlib1g-dev, libboost-graph-dev, pkg-config, libxxhash-dev, libexpat1-dev, libxml2-dev, libzstd-dev, libserd-dev, libsqlite3-dev")
include(CPack)
