#!/usr/bin/env python3
"""Backs a register up while it is written to, restores it, and compares: the drill of docs/operations.md, with PostgreSQL's programs.

    operations/try-backup.py [--seconds 10] [--clients 4] [--postgresql BIN] [--java JAVA] [--command JAR] [--query JAR]

Makes a PostgreSQL and both services in a directory of its own, on loopback ports that are free, and removes them at the end. While
entries are logged it takes a dump (pg_dump) and a base backup (pg_basebackup); each is restored into a server of its own, on which
both services start with nothing but the master key. It needs PostgreSQL's programs and, where it is root, the user postgres. Ends with
0 if the restored log is, byte for byte, the beginning of the log that went on, counts are what they were as known then, sealed texts can be
read, and the next entry is taken at the next position.
"""
import argparse
import base64
import glob
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

from loopback import free_port

PASSWORD = "backup-trial-1"
NOTE = "Said to the drill alone"


class Server:
    """A PostgreSQL server in a directory of its own."""

    def __init__(self, bin_dir, directory):
        self.bin, self.directory, self.port = bin_dir, directory, free_port()
        self.at = ["-h", "127.0.0.1", "-p", str(self.port), "-U", "register"]

    def run(self, program, *arguments, check=True):
        command = [os.path.join(self.bin, program), *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        done = subprocess.run(command, capture_output=True, text=True, cwd="/", stdin=subprocess.DEVNULL)
        if check and done.returncode:
            sys.exit(f"{' '.join(command)}: {done.stderr or done.stdout}")
        return done.stdout.strip()

    def create(self):
        self.run("initdb", "-D", self.directory, "-U", "register", "-A", "trust", "-E", "UTF8")
        self.start()
        self.run("createdb", *self.at, "register")

    def start(self):
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
        self.run("pg_ctl", "-D", self.directory, "-w", "-l", self.directory + ".log", "-o", options, "start")

    def stop(self):
        self.run("pg_ctl", "-D", self.directory, "-m", "immediate", "stop", check=False)


class Register:
    """Both services on a PostgreSQL. What they keep of their own is in a directory that is empty at first."""

    def __init__(self, arguments, server, directory, master_key):
        os.mkdir(directory)
        self.log, self.processes = os.path.join(directory, "log"), []
        self.command = self.start(arguments, arguments.command, server, directory, master_key)
        self.await_ready(self.command)  # which makes the master key of a new register
        self.query = self.start(arguments, arguments.query, server, directory, master_key)
        self.await_ready(self.query)

    def start(self, arguments, jar, server, directory, master_key):
        port = free_port()
        options = [f"--server.port={port}", f"--register.data={directory}", f"--register.checkpoints={directory}/checkpoints",
                   f"--register.search={directory}/search", f"--register.views.file={directory}/views.db",
                   f"--register.master-key={master_key}", f"--register.password={PASSWORD}",
                   f"--spring.datasource.url=jdbc:postgresql://127.0.0.1:{server.port}/register?user=register"]
        self.processes.append(subprocess.Popen([arguments.java, "-Xmx500m", "-jar", jar, *options],
                                               stdout=open(self.log, "a"), stderr=subprocess.STDOUT))
        return f"http://127.0.0.1:{port}"

    def await_ready(self, service):
        until = time.time() + 180
        while time.time() < until and all(each.poll() is None for each in self.processes):
            try:
                return call(service, "analyst", "/actuator/health/readiness")
            except (urllib.error.URLError, OSError):
                time.sleep(0.5)
        sys.exit("a service did not start:\n" + open(self.log).read()[-3000:])

    def entry(self, case, entry):
        return json.loads(call(self.command, "handler", f"/api/v1/cases/{case}/entries", entry))[0]["position"]

    def read(self, user, path):
        return call(self.query, user, path)

    def events(self):
        lines, page = [], None
        while page is None or page:
            page = self.read("auditor", f"/api/v1/events?from={len(lines) + 1}&limit=1000").splitlines()
            lines += page
        return lines

    def stop(self):
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            process.wait(60)


def call(service, user, path, body=None):
    request = urllib.request.Request(service + path, data=body and json.dumps(body).encode())
    request.add_header("Authorization", "Basic " + base64.b64encode(f"{user}:{PASSWORD}".encode()).decode())
    request.add_header("Content-Type", "application/json")
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.read()


class Writer(threading.Thread):
    def __init__(self, register, number):
        super().__init__(daemon=True)
        self.register, self.number, self.stopping = register, number, False

    def run(self):
        n = 0
        while not self.stopping:
            n += 1
            case = f"W{self.number}-{n}"
            self.register.entry(case, {"type": "CaseOpened", "occurredOn": "2024-01-02", "force": "KENT", "kind": "COMPLAINT",
                                       "source": "PUBLIC"})
            self.register.entry(case, {"type": "NoteAdded", "text": NOTE})


def digest(lines):
    return hashlib.sha256(b"\n".join(lines)).hexdigest()


def compare(name, before, restored):
    """What a register tells that was restored, beside the one that went on."""
    faults, events, all_events = [], restored.events(), before.events()
    length, known_at = len(events), json.loads(events[-1])["recordedAt"]
    if digest(events) != digest(all_events[:length]):
        faults.append("the restored log is not the beginning of the log")
    question = f"/api/v1/statistics?unit=cases&groupBy=force&knownAt={known_at}"
    counts = [json.loads(each.read("analyst", question)) for each in (before, restored)]
    if counts[0]["groups"] != counts[1]["groups"] or counts[1]["position"] != length:
        faults.append(f"counts differ: {counts}")
    if NOTE.encode() not in restored.read("auditor", "/api/v1/cases/W0-1/timeline"):
        faults.append("a sealed text cannot be read")
    position = restored.entry("AFTER", {"type": "CaseOpened", "occurredOn": "2024-01-02", "force": "KENT", "kind": "COMPLAINT",
                                        "source": "PUBLIC"})
    if position != length + 1:
        faults.append(f"the entry after position {length} was recorded at {position}")
    print(f"{name}: {length} of {len(all_events)} entries, sha256 {digest(events)[:16]}, {counts[1]['total']} cases")
    for fault in faults:
        print(f"FAULT: {name}: {fault}")
    return faults


def try_once(arguments, directory):
    if os.geteuid() == 0:
        shutil.chown(directory, "postgres")
    at = lambda name: os.path.join(directory, name)
    master_key, running = at("master-key.json"), []
    try:
        server = Server(arguments.postgresql, at("server"))
        server.create()
        running.append(server)
        register = Register(arguments, server, at("register"), master_key)
        running.append(register)
        writers = [Writer(register, i) for i in range(arguments.clients)]
        for writer in writers:
            writer.start()
        time.sleep(arguments.seconds)
        server.run("pg_dump", *server.at, "--format=custom", "-f", at("dump"), "register")
        time.sleep(arguments.seconds)
        based = Server(arguments.postgresql, at("based"))
        server.run("pg_basebackup", *server.at, "-D", based.directory, "-c", "fast")
        time.sleep(arguments.seconds / 2)
        for writer in writers:
            writer.stopping = True
        for writer in writers:
            writer.join(60)
        dumped = Server(arguments.postgresql, at("dumped"))
        dumped.create()
        running.append(dumped)
        dumped.run("pg_restore", *dumped.at, "-d", "register", at("dump"))
        based.start()
        running.append(based)
        faults = []
        for name, restored_server in (("dump", dumped), ("base backup", based)):
            restored = Register(arguments, restored_server, at(name.replace(" ", "-") + "-register"), master_key)
            running.append(restored)
            faults += compare(name, register, restored)
            running.remove(restored)
            restored.stop()
        return 1 if faults else 0
    finally:
        for each in reversed(running):
            each.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--java", default="java")
    parser.add_argument("--postgresql", default="/usr/lib/postgresql/15/bin")
    parser.add_argument("--command", default=next(iter(glob.glob("command-service/target/*-exec.jar")), None))
    parser.add_argument("--query", default=next(iter(glob.glob("query-service/target/*-exec.jar")), None))
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--clients", type=int, default=4)
    arguments = parser.parse_args()
    if not arguments.command or not arguments.query:
        parser.error("the services are not built: mvn package, or name their jars")
    directory = tempfile.mkdtemp(prefix="backup-")
    try:
        return try_once(arguments, directory)
    finally:
        shutil.rmtree(directory, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
