"""What access logs say of an edition's listeners, and nothing that a browser would have to tell.

``log_lines``      requests out of logs of the usual servers
``episode_files``  which sound a request was for: its size, its bytes a second, its paragraphs
``agents``         robots, and the names of apps
``downloads``      requests of one listener become downloads, by the rules of the IAB
``drop_off``       how far into an episode its listeners' bytes reach
``figures``        all of it, counted by episode, day and app
"""
