package org.rats4j.eat;

import java.util.Optional;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.json.JsonReader;

/**
 * A set of claims as it was received. It looks for a claim when it is asked for one, which is
 * seldom: cutting each one out beforehand costs more than all typed reading.
 */
sealed interface ReceivedSet permits ReceivedSet.OfCbor, ReceivedSet.OfJson {

  /** Returns the encoding of the set. */
  Encoding encoding();

  /** Returns the value under {@code label}. */
  Optional<RawClaim> find(Label label);

  /**
   * A set in CBOR.
   *
   * @param start stands at the set and never moves
   */
  record OfCbor(CborReader start) implements ReceivedSet {
    @Override
    public Encoding encoding() {
      return Encoding.CBOR;
    }

    @Override
    public Optional<RawClaim> find(Label label) {
      try {
        CborReader in = start.fork();
        in.startMap();
        while (in.hasNext()) {
          if (in.readLabel().equals(label)) {
            return Optional.of(new RawClaim.OfCbor(in.readRaw()));
          }
          in.skip();
        }
        return Optional.empty();
      } catch (DecodingException e) {
        throw new IllegalStateException("the set was read before", e);
      }
    }
  }

  /**
   * A set in JSON.
   *
   * @param start stands at the set and never moves
   */
  record OfJson(JsonReader start) implements ReceivedSet {
    @Override
    public Encoding encoding() {
      return Encoding.JSON;
    }

    @Override
    public Optional<RawClaim> find(Label label) {
      try {
        JsonReader in = start.fork();
        in.startObject();
        while (in.hasNext()) {
          if (Label.of(in.readName()).equals(label)) {
            return Optional.of(new RawClaim.OfJson(in.readValue()));
          }
          in.skip();
        }
        return Optional.empty();
      } catch (DecodingException e) {
        throw new IllegalStateException("the set was read before", e);
      }
    }
  }
}
