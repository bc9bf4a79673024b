"""Everything sounds when the timeline says, whatever the pieces and pauses are."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from audiopress.audio.timeline import FRAME, SKIP, Clip, FramePlan, count_margin, lay_out
from audiopress.model import Frames, Loudness, Pauses, Segment, Sound, Timeline, Utterance, Word

SOUND = Sound()
LEAD = 1105
QUIET = Loudness(blocks=(), peak=-3.0, integrated=None)


def frames(samples: int) -> Frames:
    count = -(-samples // FRAME) + 1
    return Frames(
        key="k",
        digest="d",
        count=count,
        lead=LEAD,
        samples=samples,
        rate=44100,
        gain=0.0,
        size=count * 313,
    )


def piece(samples: int, pause: int, role: str = "body", number: int = 0, text: str = "x") -> Clip:
    utterance = Utterance(
        role=role,  # type: ignore[arg-type]
        source=text,
        spoken=text,
        language="en",
        voice="joe",
        pause=pause,
        paragraph=number,
    )
    segment = Segment(
        key="k",
        digest="d",
        samples=samples // 2,
        rate=22050,
        loudness=QUIET,
        words=(Word(start=0, end=600, at=0, to=1), Word(start=600, end=samples, at=0, to=1)),
    )
    return Clip(frames=frames(samples), utterance=utterance, segment=segment)


def sound_at(plan: FramePlan) -> list[tuple[int, int]]:
    """Where the frames themselves put each piece: counted again from the plan alone."""
    at, found = 0, []
    for joint in plan.joints:
        at += joint.silence
        start = at * FRAME + joint.frames.lead + count_margin(44100) - SKIP
        found.append((start, start + joint.frames.samples - 2 * count_margin(44100)))
        at += joint.frames.count
    return found


pieces = st.lists(
    st.builds(
        piece,
        st.integers(5_000, 2_000_000),
        st.integers(0, 200_000),
        st.sampled_from(["headline", "heading", "body", "quote"]),
        st.integers(0, 9),
    ),
    min_size=1,
    max_size=40,
)


@given(pieces)
def test_cues_stand_where_their_frames_sound(given_pieces: list[Clip]) -> None:
    timeline, plan = lay_out(given_pieces, SOUND)
    assert [(cue.start, cue.end) for cue in timeline.cues] == sound_at(plan)


@given(pieces)
def test_lengths_sum_and_nothing_ends_after_the_end(given_pieces: list[Clip]) -> None:
    timeline, plan = lay_out(given_pieces, SOUND)
    assert timeline.samples == plan.frames * FRAME - SKIP
    assert timeline.cues[-1].end + FRAME // 2 < timeline.samples
    assert all(before.end <= after.start for before, after in pairwise(timeline.cues))


@given(pieces)
def test_pauses_are_within_20_ms_of_what_was_asked(given_pieces: list[Clip]) -> None:
    timeline, _ = lay_out(given_pieces, SOUND)
    brought_along = LEAD + 2 * FRAME + 2 * count_margin(44100)
    for before, after in pairwise(timeline.cues):
        off = after.start - before.end - before.utterance.pause
        assert abs(off) <= FRAME // 2 or before.utterance.pause + off <= brought_along
    last = timeline.cues[-1]
    assert abs(timeline.cues[0].start - 22050) <= FRAME // 2
    assert abs(timeline.samples - last.end - 44100) <= FRAME // 2


@given(pieces)
def test_words_stay_in_their_cue_and_in_order(given_pieces: list[Clip]) -> None:
    timeline, _ = lay_out(given_pieces, SOUND)
    for cue in timeline.cues:
        times = [time for word in cue.words for time in (word.start, word.end)]
        assert times == sorted(times)
        assert cue.start <= times[0] <= times[-1] <= cue.end


def test_a_word_is_moved_to_the_rate_and_place_of_the_episode() -> None:
    timeline, _ = lay_out([piece(200_000, 0)], SOUND)
    cue = timeline.cues[0]
    assert cue.words[1].start == cue.start - count_margin(44100) + 1200


def titled(*parts: tuple[str, str, int]) -> Timeline:
    laid = [piece(50_000, 20_000, role, number, text) for role, text, number in parts]
    return lay_out(laid, SOUND)[0]


def test_chapters_are_the_title_and_the_headings() -> None:
    timeline = titled(
        ("headline", "Title", 0),
        ("body", "a", 1),
        ("heading", "One", 2),
        ("body", "b", 3),
        ("heading", "Two", 4),
    )
    assert [chapter.title for chapter in timeline.chapters] == ["Title", "One", "Two"]
    assert [chapter.start for chapter in timeline.chapters] == [
        0,
        timeline.cues[2].start,
        timeline.cues[4].start,
    ]


def test_a_heading_in_two_voices_is_one_chapter() -> None:
    timeline = titled(
        ("heading", "He said:", 0), ("heading", "Ja!", 0), ("body", "a", 1), ("heading", "End", 2)
    )
    assert [chapter.title for chapter in timeline.chapters] == ["He said: Ja!", "End"]


def test_one_heading_makes_no_chapters() -> None:
    assert titled(("headline", "Title", 0), ("heading", "One", 1), ("body", "a", 2)).chapters == ()


def test_music_has_no_cue_and_pauses_like_a_paragraph() -> None:
    sound = Sound(pauses=Pauses(paragraph=900))
    timeline, plan = lay_out([Clip(frames=frames(100_000)), piece(50_000, 0)], sound)
    assert len(timeline.cues) == 1
    music_ends = plan.joints[0].silence * FRAME + LEAD + 100_000 - SKIP
    assert abs(timeline.cues[0].start - music_ends - 39_690) <= FRAME // 2


def test_nothing_to_say_is_the_tail() -> None:
    timeline, plan = lay_out([], SOUND)
    assert timeline.samples == plan.tail * FRAME - SKIP
    assert abs(timeline.samples - 44_100) <= FRAME
