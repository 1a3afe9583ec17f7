// The map: countries from a file of this service, so that no tile server learns what is looked at.

import * as L from './webjars/leaflet/dist/leaflet-src.esm.js';
import { describe, symbol } from './symbols.js';
import { SEVERITIES, number, phrase, placeName } from './words.js';
import { readWorld } from './world.js';

const WORLD = [
  [-50, -130],
  [66, 160],
];
const CLOSEST_FIRST_VIEW = 4;
const LABEL_PIXELS_PER_LETTER = 8;

export class AlertMap {
  #map;
  #onSelect;
  #markers = new Map();
  #labels = L.layerGroup();
  #towns = L.layerGroup();
  #townsOf;
  #countries = [];

  constructor(container, onSelect) {
    this.#onSelect = onSelect;
    this.#map = L.map(container, {
      attributionControl: false,
      zoomControl: false,
      minZoom: 0,
      maxZoom: 9,
      zoomSnap: 0.25,
      maxBounds: [
        [-85, -270],
        [85, 270],
      ],
      maxBoundsViscosity: 0.8,
    }).fitBounds(WORLD);
    L.control.zoom({ position: 'topright' }).addTo(this.#map);
    this.#labels.addTo(this.#map);
    this.#towns.addTo(this.#map);
    this.#map.on('zoomend', () => this.#label());
    new ResizeObserver(() => this.#map.invalidateSize({ animate: false })).observe(container);
  }

  async drawWorld(url) {
    const world = await readWorld(url);
    L.geoJSON(world, { interactive: false, style: { className: 'country' } }).addTo(this.#map);
    this.#countries = world.features.map(labelOf);
    this.#label();
  }

  show(alerts, selected) {
    const wanted = new Set(alerts.map((alert) => alert.id));
    for (const [id, { marker }] of this.#markers) {
      if (!wanted.has(id)) {
        marker.remove();
        this.#markers.delete(id);
      }
    }
    for (const alert of alerts) this.#place(alert, alert.id === selected);
    this.#showTowns(alerts.find((alert) => alert.id === selected));
  }

  // The towns that the selected alert of a wider place tells of.
  #showTowns(alert) {
    if (this.#townsOf === alert) return;
    this.#townsOf = alert;
    this.#towns.clearLayers();
    for (const { name, lat, lon, authors } of alert?.places ?? []) {
      const text = document.createElement('span');
      text.textContent = `${name}: ${number(authors)} voices`;
      L.circleMarker([lat, lon], { radius: 5, className: `town ${alert.severity.toLowerCase()}` })
        .bindTooltip(text, { direction: 'top' })
        .addTo(this.#towns);
    }
  }

  /** Shows all of them at once, the first time there are any. */
  fit(alerts) {
    const bounds = L.latLngBounds(alerts.map(({ place }) => [place.lat, place.lon]));
    this.#map.fitBounds(bounds.pad(0.25), { maxZoom: CLOSEST_FIRST_VIEW, animate: false });
  }

  moveTo({ place }) {
    const zoom = Math.max(this.#map.getZoom(), CLOSEST_FIRST_VIEW);
    this.#map.setView([place.lat, place.lon], zoom, { animate: !reducedMotion() });
  }

  #place(alert, selected) {
    const known = this.#markers.get(alert.id);
    if (known?.revision === alert.revision && known.selected === selected) return;
    known?.marker.remove();
    const marker = L.marker([alert.place.lat, alert.place.lon], {
      icon: icon(alert, selected),
      zIndexOffset: order(alert, selected),
    });
    marker.bindTooltip(tooltip(alert), { direction: 'top', offset: [0, -8] });
    marker.on('click', () => this.#onSelect(alert.id));
    marker.addTo(this.#map);
    marker.getElement().setAttribute('aria-label', sentence(alert));
    this.#markers.set(alert.id, { marker, revision: alert.revision, selected });
  }

  // A country is named where its name fits.
  #label() {
    this.#labels.clearLayers();
    for (const { name, centre, west, east } of this.#countries) {
      const width = this.#map.project([0, east]).x - this.#map.project([0, west]).x;
      if (width < name.length * LABEL_PIXELS_PER_LETTER) continue;
      const text = document.createElement('span');
      text.textContent = name;
      const label = L.divIcon({ className: 'country-name', html: text, iconSize: [0, 0] });
      L.marker(centre, { icon: label, interactive: false, keyboard: false }).addTo(this.#labels);
    }
  }
}

function icon(alert, selected) {
  // The area grows with the number of voices, within bounds that stay clickable and clear.
  const size = Math.round(Math.min(46, 12 + 2.6 * Math.sqrt(alert.authors)));
  const className = `pin${selected ? ' selected' : ''} ${alert.status.toLowerCase()}`;
  const html = symbol(alert.severity, alert.status, size);
  return L.divIcon({ className, html, iconSize: [size, size] });
}

function order(alert, selected) {
  const severity = (SEVERITIES.length - SEVERITIES.indexOf(alert.severity)) * 100;
  return severity + (alert.status === 'OPEN' ? 1000 : 0) + (selected ? 5000 : 0);
}

function sentence(alert) {
  return `${phrase(alert.eventType)} in ${placeName(alert.place)}, ${alert.place.countryName}. ${describe(alert)}.`;
}

function tooltip(alert) {
  const text = document.createElement('span');
  const people = number(alert.authors);
  text.textContent = `${placeName(alert.place)}: ${phrase(alert.eventType)} (${phrase(alert.severity)}, ${people} voices)`;
  return text;
}

/** The middle and the width of a country's widest part. */
function labelOf({ properties, geometry }) {
  const boxes = geometry.coordinates.map(([outer]) => L.latLngBounds(outer.map(([x, y]) => [y, x])));
  const width = (box) => box.getEast() - box.getWest();
  const widest = boxes.reduce((one, other) => (width(other) > width(one) ? other : one));
  return {
    name: properties.name,
    centre: widest.getCenter(),
    west: widest.getWest(),
    east: widest.getEast(),
  };
}

function reducedMotion() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
