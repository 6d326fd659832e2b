package org.rats4j.cmw;

import java.util.Objects;
import org.rats4j.core.ContentFormats;

/**
 * How a wrapper is brought into another form: which content-format stands for which media type, and
 * what may get lost. Each method returns a changed copy.
 */
public final class CmwConversion {
  /** By {@link ContentFormats#IANA}; nothing may get lost, types stay as they are if they can. */
  public static final CmwConversion LOSSLESS = new CmwConversion(ContentFormats.IANA, false, false);

  private final ContentFormats formats;
  private final boolean dropsIndicators;
  private final boolean prefersContentFormats;

  private CmwConversion(
      ContentFormats formats, boolean dropsIndicators, boolean prefersContentFormats) {
    this.formats = formats;
    this.dropsIndicators = dropsIndicators;
    this.prefersContentFormats = prefersContentFormats;
  }

  /** Sets which content-format stands for which media type. */
  public CmwConversion formats(ContentFormats value) {
    return new CmwConversion(
        Objects.requireNonNull(value, "value"), dropsIndicators, prefersContentFormats);
  }

  /** Permits that a record loses its indicator where it becomes a tag, which has none. */
  public CmwConversion droppingIndicators() {
    return new CmwConversion(formats, true, prefersContentFormats);
  }

  /**
   * Writes, in CBOR, the content-format of a media type that has one. The type of a record then is
   * another one than before, though it means the same.
   */
  public CmwConversion preferringContentFormats() {
    return new CmwConversion(formats, dropsIndicators, true);
  }

  /** Returns which content-format stands for which media type. */
  public ContentFormats formats() {
    return formats;
  }

  boolean dropsIndicators() {
    return dropsIndicators;
  }

  boolean prefersContentFormats() {
    return prefersContentFormats;
  }
}
