#!/usr/bin/env python3
"""Has a register work for a long time, and shows whether anything in it grows that should not.

    operations/soak.py [--minutes 30] [--rate R] [--clients 16] [--url JDBC_URL] [--to FILES] [--jar JAR] [--java JAVA]

Starts the register on a loopback port that is free, with a directory of its own that is removed at the end, finds out how many
entries a second it takes from so many clients, and goes on at half of that (or at --rate) with readers beside. Every few seconds it
takes down memory, open connections and files, the lag of the views and the size of the files, into FILES.csv, with a plot in FILES.svg.
Flat is: heap, process, connections, open files, lag, and bytes an entry. Ends with 1 where an entry was not answered 201.
"""
import argparse
import base64
import csv
import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

from loopback import free_port

PASSWORD = "soaked-for-long"
SCRAPE_PASSWORD = "scraped while it is soaked"
EVERY = 5  # seconds between two samples
TO_FIND_OUT = 20  # seconds at full speed
READERS = 2


class Register:
    def __init__(self, arguments, directory):
        self.port, self.data = free_port(), os.path.join(directory, "data")
        options = [f"--server.port={self.port}", f"--register.data={self.data}", "--register.sample=false",
                   f"--register.password={PASSWORD}", f"--register.metrics.password={SCRAPE_PASSWORD}"]
        if arguments.url:
            options.append(f"--spring.datasource.url={arguments.url}")
        self.log = open(os.path.join(directory, "register.log"), "w")
        self.process = subprocess.Popen([arguments.java, f"-Xmx{arguments.heap}", "-jar", arguments.jar, *options],
                                        stdout=self.log, stderr=subprocess.STDOUT)

    def connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def await_ready(self):
        until = time.time() + 180
        while time.time() < until and self.process.poll() is None:
            try:
                if call(self.connect(), "analyst", "GET", "/actuator/health")[0] == 200:
                    return
            except OSError:
                pass
            time.sleep(0.5)
        sys.exit("the register did not start:\n" + open(self.log.name).read()[-3000:])


def call(connection, user, method, path, body=None):
    password = SCRAPE_PASSWORD if user == "metrics" else PASSWORD
    headers = {"Authorization": "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode(),
               "Content-Type": "application/json"}
    connection.request(method, path, body and json.dumps(body), headers)
    answer = connection.getresponse()
    return answer.status, answer.read()


class Writer(threading.Thread):
    """Opens cases, each with an allegation that is closed later, at a rate that can be changed; 0 is as fast as it goes."""

    def __init__(self, register, number):
        super().__init__(daemon=True)
        self.connection, self.number = register.connect(), number
        self.rate, self.stopping, self.recorded, self.faults = 0, False, 0, []

    def run(self):
        case, due, rate = 0, time.time(), 0
        while not self.stopping:
            case += 1
            path = f"/api/v1/cases/S{self.number}-{case}/entries"
            opened = {"type": "CaseOpened", "occurredOn": "2024-01-02", "force": "KENT", "kind": "COMPLAINT", "source": "PUBLIC"}
            reported = {"type": "AllegationReported", "occurredOn": "2024-01-02", "allegationId": "A1", "category": "CORRUPTION"}
            closed = {"type": "AllegationClosed", "occurredOn": "2024-03-04", "allegationId": "A1"}
            for entry in (opened, reported, closed):
                if self.rate:
                    due = max(due, time.time() - 1) + 1 / self.rate if rate == self.rate else time.time()
                    rate = self.rate
                    time.sleep(max(0, due - time.time()))
                status, answer = call(self.connection, "handler", "POST", path, entry)
                if status == 201:
                    self.recorded += 1
                else:
                    self.faults.append(f"{status} {answer[:200]}")
                if self.stopping:
                    return


class Reader(threading.Thread):
    def __init__(self, register):
        super().__init__(daemon=True)
        self.connection, self.stopping = register.connect(), False

    def run(self):
        while not self.stopping:
            call(self.connection, "analyst", "GET", "/api/v1/statistics?unit=allegations&groupBy=status,reportedYear")
            call(self.connection, "auditor", "GET", "/api/v1/cases/S0-1")
            time.sleep(0.1)


class Samples:
    COLUMNS = {  # in the CSV, with the title of each panel of the plot
        "seconds": None, "entries": "entries recorded", "perSecond": "entries a second",
        "heapMb": "heap in use, MB", "processMb": "memory of the process, MB", "threads": "threads",
        "connections": "connections to the database", "openFiles": "open files",
        "lagEntries": "entries that the slowest view is behind", "bytesPerEntry": "bytes on disk an entry"}

    def __init__(self, register, writers):
        self.register, self.writers, self.rows, self.since = register, writers, [], time.time()
        self.connection = register.connect()

    def take(self):
        _, scrape = call(self.connection, "metrics", "GET", "/actuator/prometheus")
        values = re.findall(r"^(\w+)(\{[^}]*\})? ([-0-9.eE+]+)$", scrape.decode(), re.MULTILINE)
        of = lambda name, label="": [float(v) for n, labels, v in values if n == name and label in labels]
        entries = sum(w.recorded for w in self.writers)
        seconds = time.time() - self.since
        before = self.rows[-1] if self.rows else {"entries": entries, "seconds": seconds - 1}
        status = dict(re.findall(r"^(\w+):\s+(\d+)", open(f"/proc/{self.register.process.pid}/status").read(), re.MULTILINE))
        size = sum(os.path.getsize(os.path.join(at, name)) for at, _, names in os.walk(self.register.data) for name in names
                   if os.path.exists(os.path.join(at, name)))
        self.rows.append({
            "seconds": round(seconds, 1), "entries": entries,
            "perSecond": round((entries - before["entries"]) / (seconds - before["seconds"])),
            "heapMb": round(sum(of("jvm_memory_used_bytes", 'area="heap"')) / 1e6),
            "processMb": round(int(status["VmRSS"]) / 1e3), "threads": int(status["Threads"]),
            "connections": int(sum(of("hikaricp_connections"))),
            "openFiles": len(os.listdir(f"/proc/{self.register.process.pid}/fd")),
            "lagEntries": int(max(of("register_view_lag_entries"), default=0)),
            "bytesPerEntry": round(size / entries) if entries else 0})

    def write(self, files):
        with open(files + ".csv", "w", newline="") as out:
            rows = csv.DictWriter(out, list(self.COLUMNS))
            rows.writeheader()
            rows.writerows(self.rows)
        with open(files + ".svg", "w") as out:
            out.write(plot(self.rows, {name: title for name, title in self.COLUMNS.items() if title}))


def plot(rows, titles, width=900, height=90):
    """A panel for each column, from 0 up to its greatest value."""
    panels, last = [], max(rows[-1]["seconds"], 1)
    for i, (name, title) in enumerate(titles.items()):
        greatest = max(max(row[name] for row in rows), 1)
        points = " ".join(f"{60 + (width - 80) * row['seconds'] / last:.1f},{height - 15 - (height - 35) * row[name] / greatest:.1f}"
                          for row in rows)
        panels.append(f'<g transform="translate(0,{i * height})"><text x="60" y="12">{title}</text>'
                      f'<text x="55" y="25" text-anchor="end">{greatest:,}</text><text x="55" y="{height - 12}" text-anchor="end">0</text>'
                      f'<path d="M60,20V{height - 15}H{width - 20}" stroke="#b1b4b6" fill="none"/>'
                      f'<polyline points="{points}" stroke="#1d70b8" stroke-width="1.5" fill="none"/></g>')
    total = len(titles) * height + 15
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {total}" font-family="sans-serif" font-size="11">'
            f'<rect width="{width}" height="{total}" fill="white"/>' + "".join(panels)
            + f'<text x="{width - 20}" y="{total - 8}" text-anchor="end">{last / 60:.0f} minutes</text></svg>\n')


def soak(arguments, directory):
    register = Register(arguments, directory)
    try:
        register.await_ready()
        writers = [Writer(register, i) for i in range(arguments.clients)]
        readers = [Reader(register) for _ in range(READERS)]
        for thread in writers + readers:
            thread.start()
        rate = arguments.rate
        if not rate:
            time.sleep(TO_FIND_OUT / 2)  # until it has warmed up
            before = sum(w.recorded for w in writers)
            time.sleep(TO_FIND_OUT)
            rate = (sum(w.recorded for w in writers) - before) / TO_FIND_OUT / 2
        for writer in writers:
            writer.rate = rate / len(writers)
        print(f"{rate:.0f} entries a second for {arguments.minutes:g} minutes", flush=True)
        samples = Samples(register, writers)
        while time.time() < samples.since + 60 * arguments.minutes and register.process.poll() is None:
            samples.take()
            time.sleep(EVERY)
        for thread in writers + readers:
            thread.stopping = True
        for thread in writers:
            thread.join(60)
        samples.take()
        samples.write(arguments.to)
        return verdict(samples.rows, [fault for writer in writers for fault in writer.faults])
    finally:
        register.process.terminate()
        register.process.wait(60)


def verdict(rows, faults):
    """The means of the second and of the last quarter: what is flat has the same."""
    quarter = max(1, len(rows) // 4)
    for name in Samples.COLUMNS:
        if name not in ("seconds", "entries"):
            second, last = ([row[name] for row in rows[at:at + quarter]] for at in (quarter, len(rows) - quarter))
            print(f"{name:14} second quarter {sum(second) / len(second):10.1f}   last quarter {sum(last) / len(last):10.1f}"
                  f"   most {max(row[name] for row in rows):10}")
    print(f"{rows[-1]['entries']} entries in {rows[-1]['seconds']:.0f} s")
    for fault in faults[:5]:
        print("FAULT: " + fault)
    return 1 if faults else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--rate", type=float, default=0)
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--url", help="of a PostgreSQL; SQLite where it is left out")
    parser.add_argument("--heap", default="1g")
    parser.add_argument("--to", default="soak")
    parser.add_argument("--jar", default="standalone/target/conduct-register.jar")
    parser.add_argument("--java", default="java")
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # the register ends with it
    directory = tempfile.mkdtemp(prefix="soak-")
    try:
        return soak(arguments, directory)
    finally:
        shutil.rmtree(directory, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
