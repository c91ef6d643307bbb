# gongkai_embed(TARGET NAMESPACE ROOT FILE...)
# Compiles files into a library as bytes. The generated header `embedded/<target>.h` declares
# `std::span<const gongkai::EmbeddedFile> <NAMESPACE>::files()`, sorted by name; names are relative
# to ROOT.
function(gongkai_embed target namespace root)
  set(directory ${CMAKE_CURRENT_BINARY_DIR}/embedded)
  set(source ${directory}/${target}.cc)
  set(header ${directory}/${target}.h)
  file(WRITE ${header} "#pragma once\n#include <span>\n#include \"model/embedded_file.h\"\nnamespace ${namespace} {\nstd::span<const gongkai::EmbeddedFile> files();\n}\n")
  add_custom_command(
    OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -DOUT=${source} -DTARGET=${target} -DNAMESPACE=${namespace}
            -DROOT=${root} "-DFILES=${ARGN}" -P ${PROJECT_SOURCE_DIR}/cmake/embed_files.cmake
    DEPENDS ${ARGN} ${PROJECT_SOURCE_DIR}/cmake/embed_files.cmake
    VERBATIM)
  target_sources(${target} PRIVATE ${source})
  target_include_directories(${target} PUBLIC ${CMAKE_CURRENT_BINARY_DIR})
endfunction()
