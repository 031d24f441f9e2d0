#!/usr/bin/env python3
"""What Debian's igraph and networkx take for what bench_queries measures, on the same graph.

usage: peers_graph.py EDGES.tsv [QUERIES]     (columns: source, target, relation, day, confidence; default 20 queries)
"""
import itertools
import random
import statistics
import sys
import time

import igraph
import networkx


def cpu(step):
    start = time.process_time()
    result = step()
    return result, 1e3 * (time.process_time() - start)


def each(name, queries, step):
    times = [cpu(lambda q=q: step(*q))[1] for q in queries]
    print(f"{name:<56}{statistics.mean(times):>10.3f} ms mean, {statistics.median(times):.3f} median, {max(times):.3f} most")


rows = [line.split() for line in open(sys.argv[1])]
count = int(sys.argv[2]) if len(sys.argv) > 2 else 20
pairs = [(int(r[0]), int(r[1])) for r in rows]
graph = igraph.Graph(n=1 + max(map(max, pairs)), edges=pairs, directed=True)
random.seed(7)
used = sorted({n for pair in pairs for n in pair})
queries = []
while len(queries) < count:
    a, b = random.choice(used), random.choice(used)
    if a != b and len(graph.get_shortest_paths(a, b)[0]) > 0:
        queries.append((a, b))
each("igraph get_shortest_paths, a pair", queries, lambda a, b: graph.get_shortest_paths(a, b, output="epath"))
if hasattr(graph, "get_k_shortest_paths"):
    each("igraph get_k_shortest_paths, k = 10", queries[:5], lambda a, b: graph.get_k_shortest_paths(a, b, k=10))
else:
    print("igraph get_k_shortest_paths: not in this python3-igraph")
simple = networkx.DiGraph(pairs)
each("networkx bidirectional_shortest_path, a pair", queries, lambda a, b: networkx.bidirectional_shortest_path(simple, a, b))
each("networkx shortest_simple_paths, k = 10, one link a pair", queries[:10],
     lambda a, b: list(itertools.islice(networkx.shortest_simple_paths(simple, a, b), 10)))


def state(last):
    part = networkx.DiGraph()
    part.add_nodes_from(used)
    part.add_edges_from((int(r[0]), int(r[1])) for r in rows if last - 30 < int(r[3]) <= last)
    return part


before, after = state(180), state(210)
_, taken = cpu(lambda: (networkx.difference(before, after), networkx.difference(after, before)))
print(f"{'networkx difference of two windows of 30 days, both ways':<56}{taken:>10.1f} ms")
