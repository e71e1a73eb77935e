"""The questions of a benchmark (see paths.ts), put to networkx: the times as JSON."""

import itertools
import json
import signal
import statistics
import sys
import time

import networkx as nx

with open(sys.argv[1]) as file:
    questions = json.load(file)

# One edge between two entities is all that a shortest path needs: the fastest that networkx has.
whole, filtered, parallel = nx.Graph(), nx.Graph(), nx.MultiGraph()
with open(questions['edges']) as file:
    for key, line in enumerate(file):
        subject, obj, passes = map(int, line.split('\t'))
        whole.add_edge(subject, obj)
        parallel.add_edge(subject, obj, key=key)
        if passes:
            filtered.add_edge(subject, obj)
for graph in (whole, filtered, parallel):
    graph.add_nodes_from(end for kind in ('shortest', 'sparse', 'dense') for pair in questions[kind] for end in pair)


class BrokenOff(Exception):
    pass


def break_off(*_):
    raise BrokenOff


signal.signal(signal.SIGALRM, break_off)


def measure(kind, search):
    """Of each pair the median of all rounds, in milliseconds; one that is broken off would be again."""
    pairs = questions[kind]
    times, answers, cut = [[] for _ in pairs], [0] * len(pairs), [False] * len(pairs)
    for _ in range(questions['rounds']):
        for i, (source, target) in enumerate(pairs):
            if cut[i]:
                continue
            start = time.perf_counter()
            signal.setitimer(signal.ITIMER_REAL, questions['cap'])
            try:
                answers[i] = search(source, target)
            except BrokenOff:
                cut[i] = True
            signal.setitimer(signal.ITIMER_REAL, 0)
            times[i].append((time.perf_counter() - start) * 1000)
    return {'times': [statistics.median(each) for each in times], 'answers': answers, 'cut': cut}


def shortest_in(graph):
    def shortest(source, target):
        try:
            return len(nx.bidirectional_shortest_path(graph, source, target)) - 1
        except nx.NetworkXNoPath:
            return -1

    return shortest


def paths(source, target):
    found = nx.all_simple_edge_paths(parallel, source, target, cutoff=4)
    return len(list(itertools.islice(found, 100)))


json.dump(
    {
        'shortest': measure('shortest', shortest_in(whole)),
        'filtered': measure('shortest', shortest_in(filtered)),
        'sparse': measure('sparse', paths),
        'dense': measure('dense', paths),
    },
    sys.stdout,
)
