"""The entry: `streamlit run app.py` serves the pages; headers and start-up rules live here."""

from __future__ import annotations

import ipaddress
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from retention.modes import mode
from retention.temporary import remove_temporary

# Streamlit draws its charts with generated functions and styles, hence the two 'unsafe' words; everything else comes from here alone.
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' blob:; style-src 'self' 'unsafe-inline';"
        " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
}


class SecurityHeaders:
    """Adds the headers that keep a browser from loading, framing or guessing anything."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


def refuse_open_doors() -> None:
    """Stops the start where strangers could reach the one local workspace: a server for others runs with RETENTION_MODE=visitor."""
    address = st.get_option("server.address") or "0.0.0.0"  # noqa: S104 - what Streamlit does when nothing is set
    is_local = address == "localhost" or (_is_address(address) and ipaddress.ip_address(address).is_loopback)
    if mode() == "local" and not is_local:
        raise SystemExit(f"The address {address} can be reached by others: set RETENTION_MODE=visitor, so that each gets an own workspace.")


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """The server's life: at its end visitors' data are gone."""
    yield
    remove_temporary()


refuse_open_doors()
app = st.App("pages/frame.py", lifespan=lifespan, middleware=[Middleware(SecurityHeaders)])
