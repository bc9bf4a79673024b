"""The steps of a build: fetch, read, identify, plan, speak, bind, ship."""
