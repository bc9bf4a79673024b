"""The pool with real processes. The tasks are functions of the standard library where they can be:
a worker imports what it runs by name."""

from __future__ import annotations

import concurrent.futures
import contextlib
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from audiopress.errors import SpeechError, VoiceError
from audiopress.workers import Pool, make_local_pool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

NOT_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")


@pytest.fixture
def tasks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """A module that workers find on the path as the parent does."""
    (tmp_path / "tasks_for_workers.py").write_text(
        textwrap.dedent("""
        import ctypes, os, subprocess, sys, threading, time
        from functools import partial
        from pathlib import Path
        from audiopress import parallel
        from audiopress.errors import VoiceError

        together = 0

        def end(status):
            os._exit(status)

        def abort(_):
            os.abort()

        def segfault(_):
            ctypes.string_at(0)

        def hang(seconds):
            time.sleep(seconds)

        def refuse():
            raise VoiceError("voice is not installed", where="here", hint="install it")

        def refuse_until(path, runs):
            append(path, str(os.getpid()))
            if len(Path(path).read_text().split()) < runs:
                raise VoiceError("not yet")
            return runs

        class Odd(Exception):
            def __init__(self, one, two):
                super().__init__(one)

        def odd():
            raise Odd(1, 2)

        def unpicklable():
            return threading.Lock()

        def append(path, text, seconds=0.0):
            with open(path, "a") as file:
                file.write(text + "\\n")
            time.sleep(seconds)
            return text

        def crowd(seconds):
            global together
            together += 1
            time.sleep(seconds)
            return os.getpid(), together

        def meet(count):
            barrier = threading.Barrier(count)
            return parallel.run_parts([partial(barrier.wait, 60)] * count)

        def one_by_one(count):
            return parallel.run_parts([threading.get_ident] * count)

        def parts(count, seconds):
            return parallel.run_parts([partial(crowd_of_parts, n, seconds) for n in range(count)])

        at_work = []

        def crowd_of_parts(number, seconds):
            at_work.append(number)
            most = len(at_work)
            time.sleep(seconds)
            at_work.remove(number)
            return number, most

        def fail_in_part(path):
            ends = [partial(append, path, text) for text in ("first", "last")]
            return parallel.run_parts([ends[0], refuse, ends[1]])

        def spent(seconds):
            before = parallel.measure_cpu_seconds()
            parallel.run_parts([partial(work_for, seconds)] * 2)
            return parallel.measure_cpu_seconds() - before

        def spent_within(seconds):
            before = parallel.measure_cpu_seconds()
            twice = partial(parallel.run_parts, [partial(work_for, seconds)] * 2)
            parallel.run_parts([twice] * 2)
            return parallel.measure_cpu_seconds() - before

        def die_if(poison, folder, name):
            Path(folder, f"{name}.{os.getpid()}.{time.monotonic_ns()}").touch()
            if poison:
                os.kill(os.getpid(), 9)
            return name

        def logged(poison, path, number):
            append(path, f"start {number} {os.getpid()}", 0.05)
            if poison:
                os.kill(os.getpid(), 9)
            append(path, f"end {number} {os.getpid()}")

        def work_for(seconds):
            end = time.thread_time() + seconds
            while time.thread_time() < end:
                pass
            return seconds

        def hog(megabytes):
            held = bytearray(megabytes * 1_000_000)
            held[::4096] = b"x" * len(held[::4096])
            time.sleep(60)

        def parent_of_a_child(path):
            child = subprocess.Popen(["sleep", "600"])
            Path(path).write_text(f"{os.getpid()} {child.pid}")
            time.sleep(600)

        def hold_the_interpreter(path):
            Path(path).write_text(f"{os.getpid()}")
            ctypes.PyDLL(None).sleep(600)

        def imported():
            return sorted(sys.modules)
        """),
        "utf-8",
    )
    monkeypatch.syspath_prepend(tmp_path)
    import tasks_for_workers  # noqa: PLC0415 - exists only now

    yield tasks_for_workers
    del sys.modules["tasks_for_workers"]


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def children() -> list[Path]:
    """Processes that this one has started and that still live."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # gone meanwhile
            state, parent = path.read_text("ascii").rpartition(")")[2].split()[:2]
            found += [path] if parent == str(os.getpid()) and state != "Z" else []
    return found


def wait_for(condition: Callable[[], object]) -> bool:
    """Wait a generous while; what is tested is that it happens, not how fast."""
    for _ in range(600):
        if condition():
            return True
        time.sleep(0.05)
    return False


def test_results_come_back_and_in_the_order_of_map() -> None:
    with Pool(2, 2) as pool:
        assert list(pool.map(pow, [2] * 20, range(20))) == [2**n for n in range(20)]


def test_nothing_is_started_before_the_first_submit() -> None:
    before = set(Path("/proc/self/task").iterdir()) if sys.platform == "linux" else set()
    with Pool(2):
        pass
    with Pool(2) as pool:
        pool.shutdown(cancel_futures=True)
        if before:
            assert set(Path("/proc/self/task").iterdir()) <= before  # others may end
        with pytest.raises(RuntimeError):
            pool.submit(pow, 1, 1)


def test_shutdown_right_after_submit_loses_nothing() -> None:
    for _ in range(5):
        pool = Pool(1, 2)
        futures = [pool.submit(pow, 2, n) for n in range(30)]
        pool.shutdown()
        assert [future.result(timeout=0) for future in futures] == [2**n for n in range(30)]


def test_tasks_are_taken_in_the_order_of_submit(tasks: ModuleType, tmp_path: Path) -> None:
    log = tmp_path / "log"
    with Pool(1, 1) as pool:
        for n in range(20):
            pool.submit(tasks.append, str(log), str(n))
    assert log.read_text().split() == [str(n) for n in range(20)]


def test_one_process_with_two_threads_runs_two_tasks_at_once(tasks: ModuleType) -> None:
    with Pool(1, 2) as pool:
        first, second = pool.map(tasks.crowd, [1.0, 1.0])
    assert first[0] == second[0]
    assert max(first[1], second[1]) == 2


def test_parts_of_the_only_task_are_done_side_by_side(tasks: ModuleType) -> None:
    with Pool(1, 2) as pool:
        assert sorted(pool.submit(tasks.meet, 2).result()) == [0, 1]


def test_parts_are_done_one_by_one_where_there_is_one_thread(tasks: ModuleType) -> None:
    with Pool(1, 1) as pool:
        assert len(set(pool.submit(tasks.one_by_one, 5).result())) == 1


def test_parts_come_back_in_order_and_no_more_are_at_work_than_threads(tasks: ModuleType) -> None:
    with Pool(1, 3) as pool:
        done = [pool.submit(tasks.parts, 5, 0.02) for _ in range(6)]
        for future in done:
            assert [number for number, _ in future.result()] == list(range(5))
            assert max(most for _, most in future.result()) <= 3


def test_a_part_that_fails_fails_the_task_when_all_are_done(
    tasks: ModuleType, tmp_path: Path
) -> None:
    with Pool(1, 2) as pool:
        error = pool.submit(tasks.fail_in_part, str(tmp_path / "log")).exception()
    assert type(error).__name__ == "VoiceError"
    assert sorted((tmp_path / "log").read_text().split()) == ["first", "last"]


def test_the_time_of_parts_is_the_tasks_own(tasks: ModuleType) -> None:
    with Pool(1, 2) as pool:
        assert pool.submit(tasks.spent, 0.3).result() >= 0.59


def test_the_time_of_parts_of_parts_is_the_tasks_own_too(tasks: ModuleType) -> None:
    with Pool(1, 4) as pool:
        assert pool.submit(tasks.spent_within, 0.3).result() >= 1.19


def test_work_that_is_abandoned_is_not_waited_for(tasks: ModuleType) -> None:
    before = children()  # a browser of other tests may be among them
    with Pool(1, 1) as pool:
        running, waiting = pool.submit(tasks.hang, 3600), pool.submit(pow, 2, 2)
        assert wait_for(running.running)
        pool.abandon()
    assert isinstance(running.exception(), concurrent.futures.CancelledError)
    assert waiting.cancelled()
    assert wait_for(lambda: set(children()) <= set(before))


def test_an_error_of_ours_comes_back_whole(tasks: ModuleType) -> None:
    with Pool(1) as pool:
        error = pool.submit(tasks.refuse).exception()
    assert type(error).__name__ == "VoiceError"
    assert (error.message, error.where, error.hint) == (
        "voice is not installed", "here", "install it",
    )  # fmt: skip


def test_any_error_comes_back_with_its_traceback() -> None:
    with Pool(1) as pool:
        error = pool.submit(int, "x").exception()
    assert isinstance(error, ValueError)
    assert "inside.py" in "".join(error.__notes__)


def test_what_does_not_pickle_is_an_error_and_the_worker_lives(tasks: ModuleType) -> None:
    with Pool(1) as pool:
        pid = pool.submit(os.getpid).result()
        assert isinstance(pool.submit(tasks.unpicklable).exception(), TypeError)
        assert isinstance(pool.submit(tasks.odd).exception(), TypeError)
        assert pool.submit(os.getpid).result() == pid
        with pytest.raises(Exception, match="pickle"):
            pool.submit(lambda: None)


def test_a_task_cannot_make_the_parent_exit() -> None:
    with Pool(1) as pool:
        assert isinstance(pool.submit(sys.exit, 0).exception(), SpeechError)


@pytest.mark.parametrize("shape", [(1, 2), (2, 1)])
@pytest.mark.parametrize(
    ("name", "argument", "words"),
    [
        ("end", 3, "ended with status 3"),
        ("end", 0, "ended with status 0"),
        ("abort", None, "ended by SIGABRT"),
        ("segfault", None, "ended by SIGSEGV"),
        ("hang", 60, "took longer than 4 s"),
    ],
)
def test_the_deadly_task_is_named_and_the_others_are_done(
    tasks: ModuleType, shape: tuple[int, int], name: str, argument: int | None, words: str
) -> None:
    with Pool(*shape, timeout=4) as pool:
        futures = [pool.submit(pow, 2, n) for n in range(3)]
        deadly = pool.submit(getattr(tasks, name), argument)
        futures += [pool.submit(pow, 2, n) for n in range(3, 6)]
        assert [future.result() for future in futures] == [2**n for n in range(6)]
        error = deadly.exception()
    assert isinstance(error, SpeechError)
    assert words in error.message
    assert error.where == f"{name}({argument},)"


@pytest.mark.parametrize(("runs", "done"), [(1, True), (2, True), (3, False)])
def test_an_error_worth_it_is_tried_once_more_in_a_worker_of_its_own(
    tasks: ModuleType, tmp_path: Path, runs: int, done: bool
) -> None:
    log = tmp_path / "log"
    with Pool(1, 2, again=(VoiceError,)) as pool:
        future = pool.submit(tasks.refuse_until, str(log), runs)
        other = pool.submit(tasks.odd)
        assert (future.exception() is None) == done
        assert "Odd" in repr(other.exception())
    pids = log.read_text().split()
    assert len(pids) == len(set(pids)) == min(runs, 2)


@NOT_LINUX
def test_a_task_that_eats_memory_is_named(tasks: ModuleType) -> None:
    with Pool(1, 2, memory=300_000_000) as pool:
        neighbour = pool.submit(time.sleep, 1)
        hog = pool.submit(tasks.hog, 500)
        modest = pool.submit(pow, 2, 2)
        assert (neighbour.result(), modest.result()) == (None, 4)
        assert "needed more than 300 MB" in str(hog.exception())


@pytest.mark.skipif(sys.platform != "linux", reason="what a process waits for is known from /proc")
def test_a_task_that_a_busy_machine_does_not_let_run_is_not_late(tasks: ModuleType) -> None:
    with one_busy_processor(rivals=6), Pool(1, timeout=1.0) as pool:
        assert pool.submit(tasks.work_for, 0.6).result() == 0.6


@pytest.mark.skipif(sys.platform != "linux", reason="what a process waits for is known from /proc")
def test_a_task_that_has_had_its_time_is_late_on_a_busy_machine_too(tasks: ModuleType) -> None:
    with one_busy_processor(rivals=2), Pool(1, timeout=0.5) as pool:
        error = pool.submit(tasks.work_for, 60.0).exception()
    assert isinstance(error, SpeechError)
    assert "longer than 0.5 s" in str(error)


@contextlib.contextmanager
def one_busy_processor(rivals: int) -> Iterator[None]:
    """Put this process, its children to come, and some that never rest on one processor."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(rivals)]
    try:
        yield
    finally:
        for one in busy:
            one.kill()
            one.wait()
        os.sched_setaffinity(0, before)


def test_sixty_tasks_with_one_poison_give_fifty_nine(tasks: ModuleType, tmp_path: Path) -> None:
    runs = tmp_path / "runs"
    runs.mkdir()
    with Pool(2, 2) as pool:
        futures = [pool.submit(tasks.die_if, n == 31, str(runs), str(n)) for n in range(60)]
        done = [n for n, future in enumerate(futures) if not future.exception()]
    assert done == [n for n in range(60) if n != 31]
    times = {n: len(list(runs.glob(f"{n}.*"))) for n in range(60)}
    assert times[31] == 2
    assert sum(times.values()) <= 60 + 2  # the poison again, and its one possible neighbour


@NOT_LINUX
@pytest.mark.parametrize("shape", [(2, 2), (1, 4)])
def test_a_suspect_runs_with_nothing_else_in_a_worker_of_its_own(
    tasks: ModuleType, tmp_path: Path, shape: tuple[int, int]
) -> None:
    log = tmp_path / "log"
    others = set(children())  # of the tests before this one
    with Pool(*shape) as pool:
        futures = [pool.submit(tasks.logged, n % 6 == 3, str(log), n) for n in range(18)]
        assert [n for n, future in enumerate(futures) if future.exception()] == [3, 9, 15]
        assert wait_for(lambda: len(set(children()) - others) <= shape[0])
    lines = [tuple(line.split()) for line in log.read_text().splitlines()]
    seen, running, pids, doomed = set(), set(), set(), set()
    for (what, number, pid), following in zip(lines, [*lines[1:], None], strict=True):
        if what == "end":
            running.discard((number, pid))
            continue
        poison = int(number) % 6 == 3
        if number in seen:
            assert pid not in pids
            assert not [at for _, at in running if at not in doomed]
            assert poison or following == ("end", number, pid)
        doomed |= {pid} if poison else set()
        seen.add(number)
        pids.add(pid)
        running.add((number, pid))


def test_a_worker_killed_from_outside_costs_nothing(tasks: ModuleType) -> None:
    with Pool(1, 2) as pool:
        pid = pool.submit(os.getpid).result()
        running = [pool.submit(tasks.crowd, 0.5) for _ in range(4)]
        os.kill(pid, signal.SIGKILL)
        assert all(future.exception() is None for future in running)


def test_an_idle_worker_that_died_is_replaced() -> None:
    with Pool(1) as pool:
        pid = pool.submit(os.getpid).result()
        os.kill(pid, signal.SIGKILL)
        assert pool.submit(os.getpid).result() != pid


def test_cancelled_tasks_do_not_run_and_their_waiters_hear_of_it(
    tasks: ModuleType, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    pool = Pool(1, 1)
    futures = [pool.submit(tasks.append, str(log), str(n), 0.2) for n in range(50)]
    assert futures[0].result() == "0"
    pool.shutdown(cancel_futures=True)
    concurrent.futures.wait(futures, timeout=60)
    ran = [n for n, future in enumerate(futures) if not future.cancelled()]
    assert log.read_text().split() == [str(n) for n in ran]
    assert len(ran) < 50


def test_leaving_by_an_exception_drops_the_work_at_once() -> None:
    with contextlib.suppress(KeyboardInterrupt), Pool(1, 1) as pool:
        pid = pool.submit(os.getpid).result()
        running, waiting = pool.submit(time.sleep, 600), pool.submit(time.sleep, 600)
        raise KeyboardInterrupt
    assert isinstance(running.exception(), concurrent.futures.CancelledError)
    assert waiting.cancelled()
    assert not alive(pid)


def test_what_a_task_prints_is_not_on_the_parents_output(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import os\n"
        "from audiopress.workers import make_local_pool\n"
        "print('one document')\n"
        "with make_local_pool(2, threads=True) as pool:\n"
        "    pool.submit(print, 'chatter').result()\n"
        "    pool.submit(os.system, 'echo more chatter').result()\n",
        "utf-8",
    )
    done = program_run(program)
    assert done.stdout == "one document\n"
    assert "chatter" in done.stderr
    assert "more chatter" in done.stderr


@pytest.mark.usefixtures("tasks")
def test_a_worker_does_not_import_the_program(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import sys, json, tasks_for_workers\n"
        "print('imported', file=sys.stderr)\n"
        "from audiopress.workers import make_local_pool\n"
        "with make_local_pool(2, threads=True) as pool:\n"
        "    print(json.dumps(pool.submit(tasks_for_workers.imported).result()))\n",
        "utf-8",
    )
    done = program_run(program)
    assert done.stderr.count("imported") == 1
    for module in ("numpy", "typer", "audiopress.cli", "multiprocessing", "asyncio"):
        assert f'"{module}"' not in done.stdout


@NOT_LINUX
@pytest.mark.usefixtures("tasks")
@pytest.mark.parametrize("task", ["parent_of_a_child", "hold_the_interpreter"])
def test_kill_9_of_the_parent_leaves_no_worker(tmp_path: Path, task: str) -> None:
    note = tmp_path / "note"
    with started(tmp_path, task, note) as parent:
        assert wait_for(lambda: note.exists() and note.read_text())
        worker = int(note.read_text().split()[0])
        assert alive(worker)
        parent.kill()
    assert wait_for(lambda: not alive(worker))
    for child in map(int, note.read_text().split()[1:]):
        os.kill(child, signal.SIGKILL)  # the worker had no chance to take its child along


@NOT_LINUX
@pytest.mark.usefixtures("tasks")
def test_ctrl_c_reaches_the_parent_and_ends_all(tmp_path: Path) -> None:
    note = tmp_path / "note"
    with started(tmp_path, "parent_of_a_child", note) as parent:
        assert wait_for(lambda: note.exists() and note.read_text())
        os.killpg(parent.pid, signal.SIGINT)  # what a terminal does
        assert parent.wait() == 130
        assert parent.stderr.read() == ""
    assert wait_for(lambda: not any(alive(int(pid)) for pid in note.read_text().split()))


def started(folder: Path, task: str, note: Path) -> subprocess.Popen[str]:
    program = folder / "program.py"
    program.write_text(
        "import signal, sys, tasks_for_workers\n"
        "from audiopress.workers import make_local_pool\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # ignored in the background
        "try:\n"
        "    with make_local_pool(1, threads=True) as pool:\n"
        f"        pool.submit(tasks_for_workers.{task}, {str(note)!r}).result()\n"
        "except KeyboardInterrupt:\n"
        "    sys.exit(130)\n",
        "utf-8",
    )
    return subprocess.Popen(
        [sys.executable, program], env=environment(), stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    )  # fmt: skip


def program_run(program: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, program], env=environment(), capture_output=True, text=True, check=True
    )


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


@pytest.mark.parametrize(("threads", "processes"), [(True, 1), (False, 2)])
def test_local_is_one_process_where_threads_are_allowed(
    tasks: ModuleType, threads: bool, processes: int
) -> None:
    with make_local_pool(2, threads=threads) as pool:
        pids = {pid for pid, _ in pool.map(tasks.crowd, [1.0, 1.0])}
    assert len(pids) == processes
