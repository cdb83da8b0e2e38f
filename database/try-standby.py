#!/usr/bin/env python3
"""Kills a PostgreSQL primary while a register writes to it, promotes its synchronous standby, and says what became of the log.

    database/try-standby.py [--jar standalone/target/conduct-register.jar] [--seconds 20] [--clients 4] [--java java]

Makes both servers and the register in a directory of its own, on loopback ports that are free, and removes them at the end. It
needs PostgreSQL's programs (--postgresql, Debian's by default) and, where it is root, the user postgres to run them as. Ends with 0
if every entry that was acknowledged is in the promoted log at its position, each once, with positions without a gap and instants that
never run back, and entries were taken again.
"""
import argparse
import base64
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
import uuid

PASSWORD = "standby-trial-1"
LONGEST_PAUSE = 120  # seconds until entries must be taken again


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Server:
    """A PostgreSQL server in a directory of its own."""

    def __init__(self, bin_dir, directory):
        self.bin, self.directory, self.port = bin_dir, directory, free_port()

    def run(self, program, *arguments, check=True):
        command = [os.path.join(self.bin, program), *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        done = subprocess.run(command, capture_output=True, text=True, cwd="/", stdin=subprocess.DEVNULL)
        if check and done.returncode:
            sys.exit(f"{' '.join(command)}: {done.stderr or done.stdout}")
        return done.stdout.strip()

    def start(self):
        log = os.path.join(os.path.dirname(self.directory), f"log-{self.port}")
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=on"
        self.run("pg_ctl", "-D", self.directory, "-w", "-l", log, "-o", options, "start")

    def sql(self, statement, database="postgres"):
        return self.run("psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", "register", "-d", database, "-AtX", "-c", statement)

    def kill(self):
        with open(os.path.join(self.directory, "postmaster.pid")) as file:
            os.kill(int(file.readline()), signal.SIGKILL)

    def stop(self):
        self.run("pg_ctl", "-D", self.directory, "-m", "immediate", "stop", check=False)


class Register:
    def __init__(self, java, jar, url, data):
        self.address = f"http://127.0.0.1:{(port := free_port())}"
        self.log = open(os.path.join(data, "register.log"), "w")
        self.process = subprocess.Popen(
            [java, "-Xmx1g", "-jar", jar, f"--server.port={port}", f"--register.data={data}/data", "--register.sample=false",
             f"--register.password={PASSWORD}", f"--spring.datasource.url={url}"],
            stdout=self.log, stderr=subprocess.STDOUT)

    def call(self, path, body=None):
        request = urllib.request.Request(self.address + path, data=body and json.dumps(body).encode())
        request.add_header("Authorization", "Basic " + base64.b64encode(f"handler:{PASSWORD}".encode()).decode())
        request.add_header("Content-Type", "application/json")
        with urllib.request.urlopen(request, timeout=40) as answer:
            return json.loads(answer.read())

    def await_ready(self):
        until = time.time() + 180
        while time.time() < until and self.process.poll() is None:
            try:
                return self.call("/actuator/health")
            except (urllib.error.URLError, OSError):
                time.sleep(0.5)
        sys.exit(f"the register did not start: see {self.log.name}")


class Writer(threading.Thread):
    """Opens one case after another. An entry that was not answered for is sent again, the same, until it is."""

    def __init__(self, register, number):
        super().__init__(daemon=True)
        self.register, self.number = register, number
        self.acknowledged, self.tried_again, self.stopping = {}, 0, False

    def run(self):
        n = 0
        while not self.stopping:
            n += 1
            entry = {"type": "CaseOpened", "entryId": str(uuid.uuid4()), "occurredOn": "2024-01-02", "force": "KENT",
                     "kind": "COMPLAINT", "source": "PUBLIC"}
            while True:
                try:
                    answer = self.register.call(f"/api/v1/cases/W{self.number}-{n}/entries", entry)
                    self.acknowledged[entry["entryId"]] = (answer[0]["position"], time.time())
                    break
                except urllib.error.HTTPError as e:
                    if e.code < 500 and e.code != 429:
                        raise
                except (urllib.error.URLError, OSError):
                    pass
                self.tried_again += 1
                if self.stopping:
                    return
                time.sleep(0.2)


def try_once(arguments, directory):
    if os.geteuid() == 0:
        shutil.chown(directory, "postgres")
    primary = Server(arguments.postgresql, os.path.join(directory, "primary"))
    standby = Server(arguments.postgresql, os.path.join(directory, "standby"))
    register, writers = None, []
    try:
        primary.run("initdb", "-D", primary.directory, "-U", "register", "-A", "trust", "-E", "UTF8")
        primary.start()
        primary.sql("CREATE DATABASE register")
        standby.run("pg_basebackup", "-D", standby.directory, "-R", "-d",
                    f"host=127.0.0.1 port={primary.port} user=register application_name=standby")
        standby.start()
        primary.sql("ALTER SYSTEM SET synchronous_standby_names = 'standby'")
        primary.sql("SELECT pg_reload_conf()")
        until = time.time() + 30
        while primary.sql("SELECT sync_state FROM pg_stat_replication") != "sync":
            if time.time() > until:
                sys.exit("the standby is not synchronous")
            time.sleep(0.2)
        url = (f"jdbc:postgresql://127.0.0.1:{primary.port},127.0.0.1:{standby.port}/register"
               "?user=register&targetServerType=primary&hostRecheckSeconds=1&connectTimeout=5&socketTimeout=20")
        own = os.path.join(directory, "register")
        os.mkdir(own)
        register = Register(arguments.java, arguments.jar, url, own)
        register.await_ready()
        writers = [Writer(register, i) for i in range(arguments.clients)]
        for writer in writers:
            writer.start()
        time.sleep(arguments.seconds)
        primary.kill()
        killed = time.time()
        time.sleep(2)
        standby.run("pg_ctl", "-D", standby.directory, "-w", "promote")
        promoted = time.time()
        until = promoted + LONGEST_PAUSE
        while time.time() < until and not all(
                any(at > promoted for _, at in list(writer.acknowledged.values())) for writer in writers):
            time.sleep(0.5)
        time.sleep(5)
        for writer in writers:
            writer.stopping = True
        for writer in writers:
            writer.join(60)
        return verdict(standby, writers, killed, promoted)
    finally:
        for writer in writers:
            writer.stopping = True
        if register:
            register.process.terminate()
            register.process.wait(60)
        standby.stop()
        primary.stop()


def verdict(standby, writers, killed, promoted):
    rows = [line.split("|") for line in standby.sql(
        "SELECT globalIndex, eventIdentifier, timeStamp FROM DomainEventEntry ORDER BY globalIndex", "register").splitlines()]
    positions = [int(row[0]) for row in rows]
    by_id = {row[1]: int(row[0]) for row in rows}
    acknowledged = {k: v for writer in writers for k, v in writer.acknowledged.items()}
    lost = [k for k, (position, _) in acknowledged.items() if by_id.get(k) != position]
    before = sum(at < killed for _, at in acknowledged.values())
    first = min((at for _, at in acknowledged.values() if at > promoted), default=None)
    faults = []
    if lost:
        faults.append(f"{len(lost)} acknowledged entries are not where they were said to be: {lost[:5]}")
    if len(by_id) != len(rows):
        faults.append("an entry is there twice")
    if positions != list(range(1, len(rows) + 1)):
        faults.append("positions have gaps")
    instants = [int(row[2]) for row in rows]
    if instants != sorted(instants):
        faults.append("instants run back")
    if first is None:
        faults.append("no entry was taken after the promotion")
    print(f"{len(acknowledged)} entries acknowledged, {before} before the kill; {len(rows)} in the log; "
          f"{sum(w.tried_again for w in writers)} calls tried again; "
          f"taken again {'never' if first is None else f'{first - promoted:.1f} s'} after the promotion")
    for fault in faults:
        print("FAULT: " + fault)
    return 1 if faults else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jar", default="standalone/target/conduct-register.jar")
    parser.add_argument("--java", default="java")
    parser.add_argument("--postgresql", default="/usr/lib/postgresql/15/bin")
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--clients", type=int, default=4)
    arguments = parser.parse_args()
    arguments.jar = os.path.abspath(arguments.jar)
    directory = tempfile.mkdtemp(prefix="standby-")
    try:
        return try_once(arguments, directory)
    finally:
        shutil.rmtree(directory, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
