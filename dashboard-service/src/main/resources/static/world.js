// Reads world.json, a TopoJSON file: borders are stored once, as steps on a grid.

/** Returns a GeoJSON feature collection of countries. */
export async function readWorld(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const topology = await response.json();
  const arcs = topology.arcs.map((arc) => decode(arc, topology.transform));
  const features = topology.objects.countries.geometries
    .filter((geometry) => geometry.type !== null)
    .map((geometry) => feature(geometry, arcs));
  return { type: 'FeatureCollection', features };
}

function decode(arc, { scale, translate }) {
  let x = 0;
  let y = 0;
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}

function feature({ type, arcs: indexes, properties }, arcs) {
  const polygons = type === 'Polygon' ? [indexes] : indexes;
  const coordinates = polygons.map((rings) => rings.map((ring) => join(ring, arcs)));
  return { type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates } };
}

// A negative index ~i means arc i backwards; each arc starts where the one before ended.
function join(ring, arcs) {
  return ring.flatMap((index, position) => {
    const points = index < 0 ? arcs[~index].toReversed() : arcs[index];
    return position === 0 ? points : points.slice(1);
  });
}
