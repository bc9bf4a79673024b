from audiopress_beep import BeepEngine

from audiopress.testing import check_engine


def test_it_conforms() -> None:
    engine = BeepEngine()
    check_engine(engine, engine.voices()[0])
