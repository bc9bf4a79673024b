from audiopress_beep import BeepEngine

from audiopress.testing import check_engine


def test_it_conforms() -> None:
    engine = BeepEngine()
    for voice in engine.voices():
        check_engine(engine, voice)
