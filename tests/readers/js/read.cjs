// What the readers of Gephi Lite and Cytoscape.js get of our files: node read.cjs READER FILE, a line of JSON.
const fs = require('fs');
const Graph = require('graphology');
const [reader, path] = process.argv.slice(2);
const text = fs.readFileSync(path, 'utf8');

function graphology(parse) {
    const graph = parse(Graph.MultiDirectedGraph, text);
    const edges = graph.mapEdges((id, a, source, target) => [id, source, target, a.label ?? '', Number(a.weight)]);
    return {nodes: graph.mapNodes((id, a) => [id, a.label ?? '', Number(a.size)]), edges};
}

function cytoscapeGraph(read) {
    const cytoscape = require('cytoscape');
    const cy = cytoscape({headless: true});
    read(cytoscape, cy);
    const nodes = cy.nodes().map(n => [n.id(), n.data('label') ?? '', Number(n.data('size'))]);
    const edges = cy.edges().map(e => [e.id(), e.data('source'), e.data('target'), e.data('edgelabel') ?? e.data('label') ?? '', Number(e.data('weight'))]);
    return {nodes, edges};
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

process.stdout.write(JSON.stringify(readers[reader]()));
