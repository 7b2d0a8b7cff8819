"""How a route gets the store its application was made with."""

from typing import Annotated

from fastapi import Depends, Request

from omnireel.store.opened import Store


def opened_store(request: Request) -> Store:
    """The store of this application."""
    store: Store = request.app.state.store
    return store


StoreOf = Annotated[Store, Depends(opened_store)]
