// What the readers of Gephi Lite and Cytoscape.js get of our files: node read.cjs READER FILE prints ["label"] for a node,
// ["label", weight, source, target] for an edge.
const fs = require('fs');
const Graph = require('graphology');
const [reader, path] = process.argv.slice(2);
console.warn = () => {};  // Cytoscape's, once an element
const text = fs.readFileSync(path, 'utf8');

let lines = [];
function flush() {
    const bytes = Buffer.from(lines.join(''));
    for (let at = 0; at < bytes.length;) at += fs.writeSync(1, bytes, at);
    lines = [];
}
function print(one) {
    lines.push(JSON.stringify(one) + '\n');
    if (lines.length > 10000) flush();
}

function graphology(parse) {
    const graph = parse(Graph.MultiDirectedGraph, text);
    graph.forEachNode((id, a) => print([a.label ?? '']));
    graph.forEachEdge((id, a, source, target) => print([a.label ?? '', Number(a.weight), source, target]));
}

function cytoscapeGraph(read) {
    const cytoscape = require('cytoscape');
    const cy = cytoscape({headless: true});
    read(cytoscape, cy);
    cy.nodes().forEach(n => print([n.data('label') ?? '']));
    cy.edges().forEach(e => print([e.data('edgelabel') ?? e.data('label') ?? '', Number(e.data('weight')), e.data('source'), e.data('target')]));
}

const readers = {
    'graphology-graphml': () => graphology(require('graphology-graphml').parse),
    'graphology-gexf': () => graphology(require('graphology-gexf').parse),
    'cytoscape-graphml': () => cytoscapeGraph((cytoscape, cy) => {
        const {JSDOM} = require('jsdom');
        const window = new JSDOM('').window;
        globalThis.window = window;
        globalThis.document = window.document;
        globalThis.DOMParser = window.DOMParser;
        require('cytoscape-graphml')(cytoscape, require('jquery'));
        cy.graphml({layoutBy: 'preset'});
        cy.graphml(text);
    }),
    'cytoscape-json': () => cytoscapeGraph((cytoscape, cy) => cy.json(JSON.parse(text))),
};

readers[reader]();
flush();
