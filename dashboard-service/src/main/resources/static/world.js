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

// Some rings cross the date line. Each goes on beyond 180 degrees, so that no edge spans the world;
// the one around a pole does not come back to its start and is closed along the map's edge.
function unwrap(ring) {
  let shift = 0;
  const points = ring.map(([x, y], position) => {
    const step = position === 0 ? 0 : x - ring[position - 1][0];
    if (Math.abs(step) > 180) shift -= 360 * Math.sign(step);
    return [x + shift, y];
  });
  const [first, last] = [points[0], points.at(-1)];
  return Math.abs(first[0] - last[0]) < 180 ? points : [...points, [last[0], -90], [first[0], -90]];
}

function feature({ type, arcs: indexes, properties }, arcs) {
  const polygons = type === 'Polygon' ? [indexes] : indexes;
  const coordinates = polygons.map((rings) => rings.map((ring) => unwrap(join(ring, arcs))));
  return { type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates } };
}

// A negative index ~i means arc i backwards; each arc starts where the one before ended.
function join(ring, arcs) {
  return ring.flatMap((index, position) => {
    const points = index < 0 ? arcs[~index].toReversed() : arcs[index];
    return position === 0 ? points : points.slice(1);
  });
}
