"""Many processes share the articles: GNU parallel, and Slurm's own daemons started on this machine without systemd.

Usage: test_cluster.py ENTENTE SOURCE_DIR [TEST...]. Skips what is not installed; Slurm also where we aren't root.
"""
import os
import shutil
import socket
import subprocess
import time
import unittest

import support
from support import ARTICLES, Case

SLURM = ("slurmctld", "slurmd", "sbatch")
CONFIGURATION = """
ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={controller}
SlurmdPort={daemon}
AuthType=auth/none
CredType=cred/none
SlurmUser=root
SlurmdUser=root
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=1,batch_sched_delay=0
JobAcctGatherType=jobacct_gather/none
MailProg=/bin/true
NodeName={host} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES State=UP
"""


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Cluster(Case):
    def setUp(self):
        super().setUp()
        self.copy(*ARTICLES)
        self.scripts = support.SOURCE / "scripts" / "cluster"
        self.run_entente("build", *ARTICLES, "-o", "whole.db")
        self.environment = {**os.environ, "ENTENTE": str(support.ENTENTE)}

    def call(self, *command):
        done = subprocess.run(command, cwd=self.folder, env=self.environment, capture_output=True, text=True, timeout=support.longest())
        self.assertEqual(done.returncode, 0, f"{command}: {done.stderr}")
        return done.stdout.strip()

    @unittest.skipUnless(shutil.which("parallel"), "GNU parallel is not installed")
    def test_parallel(self):
        command = [str(self.scripts / "parallel.sh"), "news.db", "3", *ARTICLES]
        # The first run fails in the middle, its first part being done; the second goes on.
        program = self.write("stops", f'#!/bin/sh\ncase "$*" in *--shard?2/3*) exit 9; esac\nexec {support.ENTENTE} "$@"\n')
        program.chmod(0o755)
        stopped = subprocess.run(command, cwd=self.folder, env={**self.environment, "ENTENTE": "./stops", "PARALLEL": "-j1"},
                                 capture_output=True)
        self.assertNotEqual(stopped.returncode, 0)
        first = (self.folder / "news.db.parts" / "1.db").stat()
        self.assertFalse((self.folder / "news.db.parts" / "2.db").exists())
        program.write_text(f'#!/bin/sh\n[ "$2 $3 $4" = "news.db.parts/1.db news.db.parts/2.db news.db.parts/3.db" ] && cp -p "$2" first.db\n'
                           f'exec {support.ENTENTE} "$@"\n')
        self.environment["ENTENTE"] = "./stops"
        self.call(*command)
        self.assertEqual((self.folder / "first.db").stat().st_mtime_ns, first.st_mtime_ns, "the first part is not made anew")
        self.assert_same_bytes(self.bytes_of("news.db"), self.bytes_of("whole.db"), "news.db")
        self.assertEqual(list(self.folder.glob("news.db.*")), [])

    @unittest.skipUnless(all(map(shutil.which, SLURM)), "slurm-wlm is not installed")
    @unittest.skipUnless(os.geteuid() == 0, "Slurm's daemons run as root")
    def test_slurm(self):
        host = socket.gethostname().split(".")[0]
        configuration = self.write("slurm.conf", CONFIGURATION.format(host=host, folder=self.folder, controller=free_port(), daemon=free_port()))
        self.environment["SLURM_CONF"] = str(configuration)
        (self.folder / "state").mkdir()
        (self.folder / "spool").mkdir()
        for name in SLURM[:2]:
            with open(self.folder / f"{name}.log", "w") as log:
                daemon = subprocess.Popen([shutil.which(name), "-D"], env=self.environment, stdout=log, stderr=log)
            self.addCleanup(lambda d=daemon: (d.terminate(), d.wait(30)))
        def are_up():
            return "idle" in subprocess.run(["sinfo", "-h"], env=self.environment, capture_output=True, text=True).stdout

        if not self.waited(are_up, 300):
            self.skipTest("Slurm's daemons don't start here\n" + self.logs())
        job = self.call("sbatch", "--parsable", "--array=1-3", str(self.scripts / "array.sbatch"), "3", "parts", *ARTICLES)
        self.assertTrue(self.waited(lambda: self.call("squeue", "-h") == "", 900), self.logs())
        self.assertEqual(sorted(p.name for p in (self.folder / "parts").glob("*.db")), ["1.db", "2.db", "3.db"], self.logs())
        self.run_entente("build", *sorted(self.folder.glob("parts/*.db")), "-o", "news.db")
        self.assert_same_bytes(self.bytes_of("news.db"), self.bytes_of("whole.db"), f"the store of job {job}")

    def waited(self, is_done, tenths):
        for _ in range(tenths):
            if is_done():
                return True
            time.sleep(0.1)
        return False

    def logs(self):
        return "".join(p.read_text() for pattern in ("slurm-*.out", "slurm*.log") for p in self.folder.glob(pattern))


if __name__ == "__main__":
    support.main()
