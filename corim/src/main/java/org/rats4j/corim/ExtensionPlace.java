package org.rats4j.corim;

/** The maps of the specification that are open for extensions ({@code $$} sockets). */
public enum ExtensionPlace {
  /** {@code $$corim-map-extension}. */
  CORIM("corim"),
  /** {@code $$corim-entity-map-extension} and {@code $$comid-entity-map-extension}. */
  ENTITY("entity"),
  /** {@code $$corim-signer-map-extension}. */
  SIGNER("signer"),
  /** {@code $$concise-mid-tag-extension}. */
  COMID("comid"),
  /** {@code $$triples-map-extension}. */
  TRIPLES("triples"),
  /** {@code $$measurement-values-map-extension}. */
  MEASUREMENT_VALUES("mval"),
  /** {@code $$flags-map-extension}. */
  FLAGS("flags");

  private final String mapName;

  ExtensionPlace(String mapName) {
    this.mapName = mapName;
  }

  /** Returns the short name of the map, as it stands in messages. */
  public String mapName() {
    return mapName;
  }
}
