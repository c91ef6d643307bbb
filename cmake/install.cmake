# `cmake --install <build folder> --prefix <folder>` makes a folder that runs anywhere: on an older
# system, without a compiler, without our packages, wherever it is moved to. See docs/install.md.
#
#   bin/gongkai             a small static program that starts the one below with what is beside it
#   lib/gongkai/            the program, the libraries that it needs, the loader
#   lib/gongkai/gconv/      the one character set that the C library does not know by itself
#   share/zoneinfo/         time zones
#   share/doc/gongkai/      licence and guide

# The name of the system's loader stands in every program, so it is read from one.
file(WRITE ${CMAKE_BINARY_DIR}/loader/empty.cc "int main() {}\n")
try_compile(made ${CMAKE_BINARY_DIR}/loader ${CMAKE_BINARY_DIR}/loader/empty.cc
            COPY_FILE ${CMAKE_BINARY_DIR}/loader/empty)
execute_process(COMMAND ${CMAKE_READELF} -l ${CMAKE_BINARY_DIR}/loader/empty
                OUTPUT_VARIABLE segments)
if(NOT segments MATCHES "interpreter: ([^]]+)\\]")
  message(FATAL_ERROR "cannot find the name of this system's loader")
endif()
set(GONGKAI_LOADER ${CMAKE_MATCH_1})
cmake_path(GET GONGKAI_LOADER FILENAME loader_name)

add_executable(gongkai_launcher ${PROJECT_SOURCE_DIR}/packaging/launcher.cc)
target_compile_definitions(gongkai_launcher PRIVATE GONGKAI_LOADER="${loader_name}")
target_compile_options(gongkai_launcher PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Werror)
target_link_options(gongkai_launcher PRIVATE -static)
set_target_properties(gongkai_launcher PROPERTIES OUTPUT_NAME launcher)

install(PROGRAMS $<TARGET_FILE:gongkai_launcher> DESTINATION bin RENAME gongkai)
install(TARGETS gongkai DESTINATION lib/gongkai)
install(FILES LICENSE README.zh-CN.md DESTINATION share/doc/gongkai)
# posix/ and right/ hold the same zones again, once without and once with leap seconds.
install(DIRECTORY /usr/share/zoneinfo/ DESTINATION share/zoneinfo
        PATTERN posix EXCLUDE PATTERN right EXCLUDE)
install(CODE "set(program \"$<TARGET_FILE:gongkai>\")
set(loader \"${GONGKAI_LOADER}\")")
install(SCRIPT ${CMAKE_CURRENT_LIST_DIR}/install_libraries.cmake)
