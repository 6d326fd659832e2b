package org.rats4j.corim.internal;

import java.util.List;
import org.rats4j.core.DecodingException;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.Cotl;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.Validity;

/** The concise-tl-tag. */
public final class CotlCodec {
  private static final String COTL = "cotl";

  private CotlCodec() {}

  /** Reads a list. */
  public static Cotl read(Source in) throws DecodingException {
    TagIdentity identity = null;
    List<TagIdentity> tags = null;
    Validity validity = null;
    in.startMap(COTL);
    while (in.hasNext()) {
      switch (in.key()) {
        case 0 -> identity = CommonCodec.identity(in);
        case 1 -> tags = in.list("tags", CommonCodec::identity);
        case 2 -> validity = CommonCodec.validity(in);
        default -> in.closedMapEntry(COTL);
      }
    }
    TagIdentity name = in.required(identity, 0, COTL);
    List<TagIdentity> all = in.required(tags, 1, COTL);
    Validity found = in.required(validity, 2, COTL);
    return new Cotl(name, all, found, in.endMap());
  }

  /** Writes a list. */
  public static void write(Cotl cotl, CborWriter out) {
    out.startMap();
    CommonCodec.write(cotl.identity(), out.writeInt(0));
    out.writeInt(1).startArray(cotl.tags().size());
    cotl.tags().forEach(tag -> CommonCodec.write(tag, out));
    CommonCodec.write(cotl.validity(), out.writeInt(2));
    cotl.unknown().write(out);
    out.endMap();
  }
}
