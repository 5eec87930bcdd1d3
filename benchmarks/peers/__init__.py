"""The programs that `stcli` is measured against, each given the same tasks as files of its own."""

from peers import backlog, beancount, doorstop, hledger, ours, schemas, taskwarrior, todoman, topydo

PEERS = (
    *ours.PEERS,
    taskwarrior.PEER,
    todoman.PEER,
    topydo.PEER,
    backlog.PEER,
    hledger.PEER,
    beancount.PEER,
    doorstop.PEER,
    *schemas.PEERS,
)

UNAVAILABLE = {
    "dstask": "in no registry that pip, npm or Debian 12 install from",
    "taskmd": "the program that lists tasks by their days is in none of these registries; "
    "pip's package of this name is another program, which keeps no days",
}
"""Peers that could not be had, and why."""
