"""The steps of a build, in their order: fetch, read, identify, plan, speak, bind, ship.

``lexicons`` and ``guarded`` belong to reading, ``music`` to binding. A step knows values and the
store, never the steps after it; `audiopress.press.build` puts them in their order.
"""
