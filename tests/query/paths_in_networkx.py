"""Shortest distances and simple edge paths by networkx, for graphs that come as JSON on standard input.

In: a list of {edges: [[subject, object, relation, symmetric, key]], asked: [{find, direction, relations, from, to,
cutoff}], ends: [node]}; `ends` are nodes that no path runs through. Out: a list of lists of answers: of `distances`
{node: steps}, of `paths` the lists of their keys.
"""

import json
import sys

import networkx as nx


def allowed(graph, asked):
    """The graph as networkx has it: what may be walked is an edge, along its direction where it has one."""
    made = nx.MultiGraph() if asked['direction'] == 'any' else nx.MultiDiGraph()
    made.add_nodes_from(graph['nodes'])
    for subject, obj, relation, symmetric, key in graph['edges']:
        if asked['relations'] is not None and relation not in asked['relations']:
            continue
        made.add_edge(subject, obj, key=key)
        if symmetric and made.is_directed():
            made.add_edge(obj, subject, key=key)
    return made.reverse() if asked['direction'] == 'in' else made


def distances(graph, asked):
    made = allowed(graph, asked).to_directed()
    for node in graph['ends']:
        if node != asked['from']:
            made.remove_edges_from(list(made.out_edges(node, keys=True)))
    return dict(nx.single_source_shortest_path_length(made, asked['from']))


def paths(graph, asked):
    made = allowed(graph, asked)
    made.remove_nodes_from([node for node in graph['ends'] if node not in (asked['from'], asked['to'])])
    found = nx.all_simple_edge_paths(made, asked['from'], asked['to'], cutoff=asked['cutoff'])
    return [[key for _, _, key in path] for path in found if is_simple(path)]


def is_simple(path):
    """networkx 2.8, as Debian 12 has it, lets a path stay on the spot, along an edge from a node to itself."""
    nodes = [path[0][0], *(edge[1] for edge in path)]
    return len(set(nodes)) == len(nodes)


answers = {'distances': distances, 'paths': paths}
json.dump(
    [[answers[asked['find']](graph, asked) for asked in graph['asked']] for graph in json.load(sys.stdin)],
    sys.stdout,
)
