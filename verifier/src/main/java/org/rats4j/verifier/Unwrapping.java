package org.rats4j.verifier;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwCollection;
import org.rats4j.cmw.CmwForm;
import org.rats4j.cmw.CmwIndicator;
import org.rats4j.cmw.CmwKind;
import org.rats4j.cmw.CmwMessage;
import org.rats4j.cmw.CmwOptions;
import org.rats4j.cmw.CmwRecord;
import org.rats4j.cmw.CmwTag;
import org.rats4j.cmw.CmwType;
import org.rats4j.cmw.SignedCmwExpectations;
import org.rats4j.core.Bytes;
import org.rats4j.core.ContentFormats;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Label;
import org.rats4j.core.MediaType;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Algorithms;
import org.rats4j.verifier.evidence.EvidenceCodes;
import org.rats4j.verifier.evidence.EvidenceContext;
import org.rats4j.verifier.evidence.EvidenceHandler;
import org.rats4j.verifier.evidence.EvidenceMessage;
import org.rats4j.verifier.evidence.FailedComponent;

/**
 * Takes evidence out of the wrappers around it, and verifies those that are signed. What is in them
 * is verified all the same: who signs a wrapper does not vouch for a device.
 */
final class Unwrapping {
  /** A message, and who reads it. */
  record Part(EvidenceMessage message, EvidenceHandler handler) {}

  private final List<EvidenceHandler> handlers;
  private static final Set<String> WRAPPERS =
      Set.of(
          "application/cmw+cbor",
          "application/cmw+json",
          "application/cmw+cose",
          "application/cmw+jws");

  /** How many messages that are wrappers may be in each other. */
  private static final int DEPTH = 4;

  private final EvidenceContext context;
  private final DecodeOptions options;
  private final Optional<Consumer<FailedComponent>> failures;
  private final List<Part> parts = new ArrayList<>();

  private Unwrapping(
      List<EvidenceHandler> handlers,
      EvidenceContext context,
      Optional<Consumer<FailedComponent>> failures) {
    this.handlers = handlers;
    this.context = context;
    this.failures = failures;
    options = context.isLenient() ? CmwOptions.LENIENT : CmwOptions.STRICT;
  }

  /**
   * Returns the messages in what was received.
   *
   * @param failures who is told of messages in collections that nobody reads; if nobody, all is
   *     refused
   */
  static List<Part> of(
      AppraisalRequest request,
      List<EvidenceHandler> handlers,
      EvidenceContext context,
      Optional<Consumer<FailedComponent>> failures)
      throws DecodingException, VerificationException {
    Unwrapping unwrapping = new Unwrapping(handlers, context, failures);
    unwrapping.unwrap(request);
    return unwrapping.parts;
  }

  private void unwrap(AppraisalRequest request) throws DecodingException, VerificationException {
    Bytes evidence = request.evidence();
    EvidenceMessage bare =
        request
            .type()
            .map(type -> EvidenceMessage.of(evidence, type))
            .orElseGet(() -> EvidenceMessage.of(evidence));
    Optional<EvidenceHandler> handler = handler(bare);
    if (handler.isPresent()) {
      parts.add(new Part(bare, handler.get()));
      return;
    }
    if (request.type().isPresent()) {
      if (!isWrapper(request.type().get())) {
        throw unknown("", "no handler knows the type that it is said to be of");
      }
      addWrapper("", evidence, request.type().get(), 1);
      return;
    }
    CmwKind kind = Cmw.detect(evidence);
    if (kind != CmwKind.CBOR && kind != CmwKind.JSON) {
      throw unknown("", "its first bytes do not tell what it is, and no type was said");
    }
    Encoding encoding = kind == CmwKind.JSON ? Encoding.JSON : Encoding.CBOR;
    add("", Cmw.decode(evidence, encoding, options), evidence, 1);
  }

  private static boolean isWrapper(MediaType type) {
    return WRAPPERS.contains(type.name());
  }

  private void addWrapper(String label, Bytes message, MediaType type, int depth)
      throws DecodingException, VerificationException {
    if (depth > DEPTH) {
      throw DecodingException.of(Reason.LIMIT_EXCEEDED, label, "too many wrappers in each other");
    }
    CmwMessage wrapper = CmwMessage.decode(message, type, options);
    if (wrapper instanceof CmwMessage.Signed signed) {
      Cmw cmw = signed.message().verify(expected()).cmw();
      add(label, cmw, signed.message().unverifiedPayload(), depth);
    } else if (wrapper instanceof CmwMessage.Plain plain) {
      add(label, plain.cmw(), message, depth);
    }
  }

  private SignedCmwExpectations expected() throws VerificationException {
    Set<Long> algorithms = new HashSet<>(context.algorithms());
    algorithms.removeIf(Algorithms::isMac);
    if (algorithms.isEmpty()) {
      throw VerificationException.of(
          VerificationException.Reason.ALGORITHM_NOT_ALLOWED,
          "no algorithm of signatures is allowed");
    }
    return SignedCmwExpectations.builder()
        .keys(context.keys().ofWrappers(context.clock()))
        .algorithms(algorithms)
        .clock(context.clock())
        .build();
  }

  private void add(String label, Cmw cmw, Bytes encoded, int depth)
      throws DecodingException, VerificationException {
    if (cmw instanceof CmwCollection collection) {
      addCollection(label, collection, encoded, depth);
      return;
    }
    if (label.isEmpty() || failures.isEmpty()) {
      addMessage(label, cmw, depth);
      return;
    }
    try {
      addMessage(label, cmw, depth);
    } catch (DecodingException | VerificationException e) {
      failures.get().accept(new FailedComponent(label, "", e));
    }
  }

  private void addCollection(String label, CmwCollection collection, Bytes encoded, int depth)
      throws DecodingException, VerificationException {
    EvidenceMessage whole = EvidenceMessage.of(encoded, collection).labelled(label);
    Optional<EvidenceHandler> handler = handler(whole);
    if (handler.isPresent()) {
      parts.add(new Part(whole, handler.get()));
      return;
    }
    for (Map.Entry<Label, Cmw> entry : collection.entries().entrySet()) {
      String inner = label.isEmpty() ? name(entry) : label + "/" + name(entry);
      Cmw content = entry.getValue();
      add(
          inner,
          content,
          content instanceof CmwCollection nested ? nested.encode(CmwForm.CBOR) : Bytes.EMPTY,
          depth);
    }
  }

  private static String name(Map.Entry<Label, Cmw> entry) {
    return entry.getKey().toString().replace("~", "~0").replace("/", "~1");
  }

  private void addMessage(String label, Cmw cmw, int depth)
      throws DecodingException, VerificationException {
    if (cmw instanceof CmwTag tag) {
      addMessage(label, tag.type(), tag.value(), depth);
      return;
    }
    CmwRecord item = (CmwRecord) cmw;
    if (item.indicator().filter(is -> !is.contains(CmwIndicator.EVIDENCE)).isPresent()) {
      throw VerificationException.of(
          VerificationException.Reason.TYPE_MISMATCH,
          EvidenceCodes.NOT_EVIDENCE,
          label,
          "the wrapper says that this is no evidence");
    }
    addMessage(label, item.type(), item.value(), depth);
  }

  private void addMessage(String label, CmwType stated, Bytes value, int depth)
      throws DecodingException, VerificationException {
    MediaType type =
        stated
            .mediaType(ContentFormats.IANA)
            .orElseThrow(() -> unknown(label, "a content-format without media type"));
    EvidenceMessage message = EvidenceMessage.of(value, type).labelled(label);
    Optional<EvidenceHandler> handler = handler(message);
    if (handler.isEmpty() && isWrapper(type)) {
      addWrapper(label, value, type, depth + 1);
      return;
    }
    parts.add(
        new Part(message, handler.orElseThrow(() -> unknown(label, "no handler knows its type"))));
  }

  private Optional<EvidenceHandler> handler(EvidenceMessage message) {
    return handlers.stream().filter(handler -> handler.accepts(message)).findFirst();
  }

  private static DecodingException unknown(String path, String detail) {
    return DecodingException.of(Reason.UNSUPPORTED, EvidenceCodes.NO_HANDLER, path, detail);
  }
}
