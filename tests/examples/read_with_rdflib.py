"""Reads files of RDF with rdflib, and prints the quads of each as JSON: [[subject, predicate, object, graph], ...]."""
import json
import sys

import rdflib

rdflib.NORMALIZE_LITERALS = False  # "01" stays "01"


def term(node):
    if isinstance(node, rdflib.Literal):
        datatype = str(node.datatype or rdflib.XSD.string)
        return ["Literal", str(node), (node.language or "").lower(), "" if node.language else datatype]
    return ["BlankNode" if isinstance(node, rdflib.BNode) else "NamedNode", str(node)]


def quads(path, name):
    if name in ("turtle", "nt"):
        graph = rdflib.Graph()
        graph.parse(path, format=name)
        return [[term(s), term(p), term(o), ""] for s, p, o in graph]
    dataset = rdflib.ConjunctiveGraph()
    dataset.parse(path, format=name)
    # What stands in no graph stands in one that rdflib names itself, by the file or a blank node.
    return [
        [term(s), term(p), term(o), str(g.identifier) if str(g.identifier).startswith("https://w3id.org/") else ""]
        for s, p, o, g in dataset.quads()
    ]


print(json.dumps({path: quads(path, name) for path, name in zip(sys.argv[1::2], sys.argv[2::2])}))
