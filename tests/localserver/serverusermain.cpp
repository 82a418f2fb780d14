// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/servercontrol.h"

#include <QFile>

#include <iostream>
#include <string>

using namespace tusk;
using namespace tusk::localserver;

namespace
{

template <class T>
std::string answerOf(const base::Result<T> &result)
{
    if (!result)
        return "error: " + result.error().sentence.toStdString();
    if constexpr (std::is_same_v<T, base::ConnectionSettings>)
        return result->host.toStdString();
    else
        return "ok";
}

std::string carryOut(ServerControl &control, const std::string &command)
{
    const Cancellation never;
    if (command == "acquire")
        return answerOf(control.acquire(never));
    if (command == "keep")
        return answerOf(control.keepRunning());
    if (command == "stop")
        return answerOf(control.stop());
    return answerOf(control.release());
}

} // namespace

// A process of Tusk as seen by the local server: carries out the commands on its standard input (acquire,
// release, keep, stop), a line of answer each, and releases at the end of input.
int main(int count, char **words)
{
    Environment environment = Environment::current();
    if (count != 5)
        return 2;
    environment.clusterFolder = QFile::decodeName(words[1]);
    environment.dataFolder = QFile::decodeName(words[2]);
    environment.runtimeFolder = QFile::decodeName(words[3]);
    environment.systemFolder = QFile::decodeName(words[4]);
    const base::Result<ClusterLocation> location = locateCluster(environment);
    if (!location)
        return 1;
    ServerControl control(environment, *location);
    std::string command;
    while (std::getline(std::cin, command))
        std::cout << carryOut(control, command) << std::endl;
    return 0;
}
