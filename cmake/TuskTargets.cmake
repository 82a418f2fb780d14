# SPDX-FileCopyrightText: 2026 The Tusk authors
# SPDX-License-Identifier: MIT

# What every target of the project shares, and the kinds of target there are:
#   tusk_layer(NAME SOURCES ... LINKS ...)   a folder under src/: one static library
#   tusk_test(NAME SOURCES ... LINKS ... [LABELS ...] [TIMEOUT seconds])
#                                            one Qt Test program, known to ctest under NAME. Labels with a meaning:
#                                            serial: runs while no other test does; soak, fuzz: short ones of these;
#                                            long: takes too long for every change; tsan: worth the thread sanitizer

find_program(TUSK_CCACHE ccache)
if(TUSK_CCACHE)
    # A precompiled header carries its own time stamp: without the sloppiness no unit would be found again. The base
    # folder lets one clone find what another has compiled.
    set(ccacheCommand ${CMAKE_COMMAND} -E env
        CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${TUSK_CCACHE})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${ccacheCommand})
endif()

# Links the tests, which are many programs, in a third of the time. What users run is linked by the system's own.
find_program(TUSK_LLD ld.lld)

add_library(tusk_options INTERFACE)
target_include_directories(tusk_options INTERFACE ${PROJECT_SOURCE_DIR}/src)
target_compile_definitions(tusk_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH QT_NO_KEYWORDS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS
    QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400
    TUSK_VERSION="${PROJECT_VERSION}")
target_compile_options(tusk_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast
    $<$<BOOL:${TUSK_WERROR}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(tusk_options INTERFACE -fpch-preprocess)
endif()
if(TUSK_SANITIZE)
    target_compile_options(tusk_options INTERFACE -fsanitize=${TUSK_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(tusk_options INTERFACE -fsanitize=${TUSK_SANITIZE})
    if(TUSK_SANITIZE MATCHES "undefined")
        target_compile_options(tusk_options INTERFACE -fno-sanitize-recover=undefined)
    endif()
endif()

# One precompiled header serves every layer, and one every program with a window: there it saves a third of the time.
# Other programs differ in -fPIE from the layers, so they have one of their own.
function(tusk_precompile target owner)
    if(NOT TUSK_PCH)
        return()
    endif()
    if(NOT TARGET ${owner})
        file(WRITE ${CMAKE_BINARY_DIR}/${owner}.cpp.in "int main() { return 0; }\n")
        configure_file(${CMAKE_BINARY_DIR}/${owner}.cpp.in ${CMAKE_BINARY_DIR}/${owner}.cpp COPYONLY)
        if(owner STREQUAL "tusk_pch_layers")
            add_library(${owner} STATIC ${CMAKE_BINARY_DIR}/${owner}.cpp)
        else()
            add_executable(${owner} ${CMAKE_BINARY_DIR}/${owner}.cpp)
        endif()
        target_link_libraries(${owner} PRIVATE tusk_options Qt6::Core)
        target_precompile_headers(${owner} PRIVATE
            <algorithm> <functional> <memory> <optional> <utility> <vector>
            <QByteArray> <QDateTime> <QHash> <QList> <QObject> <QString> <QStringList> <QUuid> <QVariant>)
        # What Qt Test offers depends on whether a program has windows, so only this header may have it.
        if(owner STREQUAL "tusk_pch_windows")
            target_link_libraries(${owner} PRIVATE Qt6::Widgets Qt6::Sql Qt6::Test)
            target_precompile_headers(${owner} PRIVATE <QtWidgets> <QSqlTableModel> <QTest> <QSignalSpy>)
        endif()
    endif()
    target_precompile_headers(${target} REUSE_FROM ${owner})
endfunction()

# With TUSK_UNITY the sources of a folder are compiled together, a few at a time: most of the time of a compiler goes
# into reading the same headers again. Which go together depends on their names alone, so that a new file leaves most
# of the others in the compiler cache.
function(tusk_unite target)
    if(NOT TUSK_UNITY)
        return()
    endif()
    get_target_property(sources ${target} SOURCES)
    list(FILTER sources INCLUDE REGEX "^[a-z/]+[.]cpp$")
    foreach(source ${sources})
        get_filename_component(folder ${source} DIRECTORY)
        set(neighbours ${sources})
        list(FILTER neighbours INCLUDE REGEX "^${folder}/?[a-z]+[.]cpp$")
        list(LENGTH neighbours size)
        string(MAKE_C_IDENTIFIER "in_${folder}" group)
        get_filename_component(name ${source} NAME)
        foreach(letters a-c d-f g-l m-r s t-z)
            if(size GREATER 8 AND name MATCHES "^[${letters}]")
                string(MAKE_C_IDENTIFIER "${group}_${letters}" group)
            endif()
        endforeach()
        set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group})
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()

function(tusk_layer name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINKS" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC tusk_options ${arg_LINKS})
    set_target_properties(${name} PROPERTIES AUTOMOC ON AUTOUIC ON AUTORCC ON
        AUTOUIC_SEARCH_PATHS ${PROJECT_SOURCE_DIR}/forms)
    tusk_precompile(${name} tusk_pch_layers)
    tusk_unite(${name})
endfunction()

function(tusk_test name)
    cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;LINKS;LABELS" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE tusk_options tusk_testsupport Qt6::Test ${arg_LINKS})
    if(TUSK_LLD)
        target_link_options(${name} PRIVATE -fuse-ld=lld)
    endif()
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    if("${arg_LINKS}" MATCHES "Widgets|tusk_(gui|app|featuresupport)(;|$)")
        tusk_precompile(${name} tusk_pch_windows)
    else()
        tusk_precompile(${name} tusk_pch_programs)
    endif()
    add_test(NAME ${name} COMMAND ${name})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    if(TUSK_SANITIZE)
        math(EXPR arg_TIMEOUT "${arg_TIMEOUT} * 3")
    endif()
    set(labels ${arg_LABELS} ${TUSK_FOLDER_LABELS})
    set(runSerial OFF)
    if(serial IN_LIST labels)
        set(runSerial ON)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${labels}" RUN_SERIAL ${runSerial}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;QT_HASH_SEED=0")
endfunction()

# Compiles resources/translations/*.ts into the target, as :/translations/*.qm. The tools come without a CMake
# package of their own where only qt6-l10n-tools is installed. `ninja update_translations` brings the files up to the
# texts of the source.
function(tusk_translations target)
    set(tools ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_BINS} ${QT6_INSTALL_PREFIX}/lib/qt6/bin)
    find_program(TUSK_LRELEASE NAMES lrelease-qt6 lrelease HINTS ${tools} REQUIRED)
    find_program(TUSK_LUPDATE NAMES lupdate-qt6 lupdate HINTS ${tools} REQUIRED)
    file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/resources/translations/*.ts)
    set(compiled "")
    foreach(source ${sources})
        get_filename_component(name ${source} NAME_WE)
        set(output ${CMAKE_CURRENT_BINARY_DIR}/${name}.qm)
        add_custom_command(OUTPUT ${output} COMMAND ${TUSK_LRELEASE} -silent ${source} -qm ${output}
            DEPENDS ${source} VERBATIM)
        list(APPEND compiled ${output})
    endforeach()
    qt_add_resources(${target} translations PREFIX /translations BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${compiled})
    add_custom_target(update_translations
        COMMAND ${TUSK_LUPDATE} -silent -pluralonly -locations none -no-obsolete ${PROJECT_SOURCE_DIR}/src
            -ts ${PROJECT_SOURCE_DIR}/resources/translations/tusk_en.ts
        VERBATIM)
endfunction()
