package org.rats4j.cmw;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormats;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Findings;
import org.rats4j.core.Label;
import org.rats4j.core.MediaType;

/**
 * Turns a tree of wrappers into typed messages, by the handlers that the caller knows.
 *
 * <pre>{@code
 * CmwHandlers handlers = CmwHandlers.of(EAT, EAR);
 * CmwTree tree = handlers.decode(cmw, CmwOptions.STRICT);
 * List<UnverifiedEat> tokens = tree.messages(EAT);
 * }</pre>
 *
 * <p>A wrapper inside a record or tag is decoded, too; a signed one is not verified and so stays
 * closed. What no handler is there for comes as bytes.
 */
public final class CmwHandlers {
  private final Map<CmwType, CmwContentHandler<?>> exact;
  private final Map<String, CmwContentHandler<?>> byName;
  private final ContentFormats formats;

  private CmwHandlers(
      Map<CmwType, CmwContentHandler<?>> exact,
      Map<String, CmwContentHandler<?>> byName,
      ContentFormats formats) {
    this.exact = exact;
    this.byName = byName;
    this.formats = formats;
  }

  /**
   * Returns these handlers.
   *
   * @throws IllegalArgumentException if two are for one type
   */
  public static CmwHandlers of(CmwContentHandler<?>... handlers) {
    return of(List.of(handlers));
  }

  /**
   * Returns these handlers.
   *
   * @throws IllegalArgumentException if two are for one type
   */
  public static CmwHandlers of(List<CmwContentHandler<?>> handlers) {
    Map<CmwType, CmwContentHandler<?>> exact = new HashMap<>();
    Map<String, CmwContentHandler<?>> byName = new HashMap<>();
    for (CmwContentHandler<?> handler : handlers) {
      CmwContentHandler<?> other =
          handler.anyParameters()
              ? byName.put(name(handler), handler)
              : exact.put(handler.type(), handler);
      if (other != null) {
        throw new IllegalArgumentException("two handlers for " + handler.type());
      }
    }
    return new CmwHandlers(Map.copyOf(exact), Map.copyOf(byName), ContentFormats.IANA);
  }

  private static String name(CmwContentHandler<?> handler) {
    return ((CmwType.OfMediaType) handler.type()).mediaType().name();
  }

  /** Returns these handlers; {@code value} says which content-format stands for which type. */
  public CmwHandlers formats(ContentFormats value) {
    return new CmwHandlers(exact, byName, Objects.requireNonNull(value, "value"));
  }

  /**
   * Decodes the messages in {@code cmw}.
   *
   * @param options those for wrappers inside records and tags; each of these counts as one
   *     collection more
   * @throws DecodingException as a handler throws it, or if the type of a record or tag says that
   *     it holds a wrapper, and it does not; the path begins with that of the record or tag
   */
  public CmwTree decode(Cmw cmw, DecodeOptions options) throws DecodingException {
    return decode(cmw, new Findings(options));
  }

  /**
   * Decodes the messages in {@code cmw} under the options of {@code findings}, and remarks to them
   * each deviation of the wrappers inside records and tags that these accept. Those of messages are
   * for their handlers to tell.
   *
   * @throws DecodingException as {@link #decode(Cmw, DecodeOptions)}
   */
  public CmwTree decode(Cmw cmw, Findings findings) throws DecodingException {
    return new Walk(CmwUnwrapper.of(findings.options()), findings).decode(cmw, "", 0);
  }

  private @Nullable CmwContentHandler<?> handler(CmwType type) {
    CmwContentHandler<?> handler = exact.get(type);
    if (handler != null) {
      return handler;
    }
    Optional<MediaType> mediaType = type.mediaType(formats);
    if (mediaType.isPresent()) {
      handler = exact.get(CmwType.of(mediaType.get()));
      if (handler == null) {
        handler =
            type.contentFormat(formats).map(format -> exact.get(CmwType.of(format))).orElse(null);
      }
      return handler == null ? byName.get(mediaType.get().name()) : handler;
    }
    return null;
  }

  private final class Walk {
    private final CmwUnwrapper unwrapper;
    private final Findings findings;

    private Walk(CmwUnwrapper unwrapper, Findings findings) {
      this.unwrapper = unwrapper;
      this.findings = findings;
    }

    private CmwTree decode(Cmw cmw, String path, int depth) throws DecodingException {
      if (cmw instanceof CmwCollection collection) {
        return ofCollection(collection, path, depth + 1);
      }
      if (cmw instanceof CmwRecord recorded) {
        return ofLeaf(cmw, recorded.type(), recorded.value(), path + "/1", depth);
      }
      CmwTag tag = (CmwTag) cmw;
      return ofLeaf(cmw, tag.type(), tag.value(), path, depth);
    }

    private CmwTree ofCollection(CmwCollection collection, String path, int depth)
        throws DecodingException {
      Map<Label, CmwTree> entries = new LinkedHashMap<>();
      for (Map.Entry<Label, Cmw> entry : collection.entries().entrySet()) {
        entries.put(
            entry.getKey(), decode(entry.getValue(), Paths.step(path, entry.getKey()), depth));
      }
      return new CmwTree.OfCollection(collection, entries);
    }

    private CmwTree ofLeaf(Cmw cmw, CmwType type, Bytes value, String path, int depth)
        throws DecodingException {
      CmwContentHandler<?> handler = handler(type);
      try {
        if (handler != null) {
          return ofMessage(cmw, handler, value);
        }
      } catch (DecodingException e) {
        throw Paths.inside(path, e);
      }
      return unwrapper.isWrapped(cmw)
          ? ofWrapped(cmw, path, depth)
          : new CmwTree.OfBytes(cmw, value);
    }

    private static <T> CmwTree ofMessage(Cmw cmw, CmwContentHandler<T> handler, Bytes value)
        throws DecodingException {
      return new CmwTree.OfMessage<>(cmw, handler, handler.decode(value));
    }

    private CmwTree ofWrapped(Cmw cmw, String path, int depth) throws DecodingException {
      if (depth >= findings.options().depth()) {
        throw DecodingException.of(
            Reason.LIMIT_EXCEEDED, CmwCodes.DEPTH_LIMIT, path, "too many wrappers in wrappers");
      }
      CmwMessage message;
      Findings inside = new Findings(findings.options());
      try {
        message = unwrapper.unwrap(cmw, depth, inside).orElseThrow();
      } catch (DecodingException e) {
        throw Paths.inside(path, e);
      }
      inside.toList().forEach(finding -> findings.add(Paths.inside(path, finding)));
      if (message instanceof CmwMessage.Signed signed) {
        return new CmwTree.OfSigned(cmw, signed.message());
      }
      Cmw content = ((CmwMessage.Plain) message).cmw();
      return new CmwTree.OfCmw(cmw, decode(content, path, depth + 1));
    }
  }
}
