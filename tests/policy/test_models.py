"""The table of model ids."""

import pytest

from omnireel.domain.failures import ModelNotFoundError
from omnireel.domain.turn import Resolution, Task
from omnireel.policy import models


def test_every_row_is_found_by_its_id_and_by_its_resource_name() -> None:
    for model in models.MODELS:
        assert models.find(model.id) is model
        assert models.find(f"models/{model.id}") is model


def test_the_preview_id_keeps_the_limits_of_the_hosted_one() -> None:
    preview = models.find("gemini-omni-flash-preview")
    assert preview.resolutions == (Resolution.R720P,)
    assert preview.min_duration == 3
    assert preview.max_duration == 10
    assert Task.EXTEND not in preview.tasks


def test_the_default_offers_every_resolution() -> None:
    assert models.find(models.DEFAULT_MODEL).resolutions == tuple(Resolution)


@pytest.mark.parametrize("name", ["", "veo-3", "models/", "GEMINI-OMNI-FLASH-PREVIEW"])
def test_an_unknown_id_is_refused_with_the_known_ones(name: str) -> None:
    with pytest.raises(ModelNotFoundError) as caught:
        models.find(name)
    assert caught.value.field == "model"
    for model in models.MODELS:
        assert model.id in caught.value.message
