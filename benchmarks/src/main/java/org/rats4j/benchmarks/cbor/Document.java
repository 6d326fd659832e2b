package org.rats4j.benchmarks.cbor;

import java.util.Random;
import org.rats4j.core.cbor.CborWriter;

/** What is read and written; the same bytes in every run. */
public enum Document {
  /** An attestation token with three submodules, about 2 KB. */
  EAT {
    @Override
    byte[] encode() {
      return eat();
    }
  },

  /** Reference values of some hundred measured components, about 200 KB. */
  CORIM {
    @Override
    byte[] encode() {
      return corim();
    }
  };

  private static final int SUBMODULES = 3;
  private static final int COMPONENTS = 14;
  private static final int TRIPLES = 276;

  abstract byte[] encode();

  private static byte[] eat() {
    Random random = new Random(1);
    CborWriter out = new CborWriter();
    out.startMap();
    out.writeInt(1).writeText("https://attester.example.com/platform");
    out.writeInt(6).writeInt(1_790_000_000L);
    out.writeInt(10).writeBytes(bytes(random, 32));
    out.writeInt(256).writeBytes(bytes(random, 33));
    out.writeInt(258).writeBytes(bytes(random, 3));
    out.writeInt(259).writeBytes(bytes(random, 16));
    out.writeInt(260).startArray().writeText("4.2.1").writeInt(16384).endArray();
    out.writeInt(261).writeInt(86_400);
    out.writeInt(262).writeBoolean(true);
    out.writeInt(263).writeInt(3);
    out.writeInt(264).startMap();
    out.writeInt(1).writeDouble(48.208174).writeInt(2).writeDouble(16.373819).endMap();
    out.writeInt(265).writeTag(32).writeText("https://example.com/profiles/benchmark");
    out.writeInt(266).startMap();
    for (int i = 0; i < SUBMODULES; i++) {
      out.writeText("submodule-" + i).startMap();
      out.writeInt(10).writeBytes(bytes(random, 32));
      out.writeInt(256).writeBytes(bytes(random, 17));
      out.writeInt(270).writeText("firmware-" + i);
      out.writeInt(271).startArray().writeText("1.0." + i).endArray();
      out.endMap();
    }
    out.endMap();
    out.writeInt(2399).startArray();
    for (int i = 0; i < COMPONENTS; i++) {
      out.startMap();
      out.writeInt(1).writeText("component-" + i);
      out.writeInt(2).writeBytes(bytes(random, 32));
      out.writeInt(4).writeText("3.1." + i);
      out.writeInt(5).writeBytes(bytes(random, 32));
      out.writeInt(6).writeText("sha-256");
      out.endMap();
    }
    out.endArray();
    return out.endMap().toByteArray();
  }

  private static byte[] corim() {
    Random random = new Random(2);
    CborWriter out = new CborWriter();
    out.writeTag(506).startMap();
    out.writeInt(0).writeText("en-GB");
    out.writeInt(1).startMap().writeInt(0).writeTag(37).writeBytes(bytes(random, 16));
    out.writeInt(1).writeInt(3).endMap();
    out.writeInt(4).startMap().writeInt(0).startArray();
    for (int i = 0; i < TRIPLES; i++) {
      out.startArray();
      environment(out, random, i);
      out.startArray();
      for (int j = 0; j < 3; j++) {
        measurement(out, random, i, j);
      }
      out.endArray().endArray();
    }
    out.endArray().endMap();
    return out.endMap().toByteArray();
  }

  private static void environment(CborWriter out, Random random, int i) {
    out.startMap().writeInt(0).startMap();
    out.writeInt(0).writeTag(560).writeBytes(bytes(random, 32));
    out.writeInt(1).writeText("Example Silicon");
    out.writeInt(2).writeText("RoadRunner " + i % 7);
    out.writeInt(3).writeInt(i % 4);
    out.endMap().endMap();
  }

  private static void measurement(CborWriter out, Random random, int i, int j) {
    out.startMap();
    out.writeInt(0).writeTag(601).startMap();
    out.writeInt(1).writeText("stage-" + j + "-of-" + i);
    out.writeInt(4).writeText("3.4." + i % 9 + "-build." + i);
    out.writeInt(5).writeBytes(bytes(random, 32));
    out.endMap();
    out.writeInt(1).startMap();
    out.writeInt(0).startMap().writeInt(0).writeText("3.4." + j);
    out.writeInt(1).writeInt(16384).endMap();
    out.writeInt(2).startArray(2);
    out.startArray(2).writeInt(1).writeBytes(bytes(random, 32));
    out.startArray(2).writeInt(7).writeBytes(bytes(random, 48));
    out.writeInt(11).writeText("firmware image of component " + i);
    out.endMap().endMap();
  }

  private static byte[] bytes(Random random, int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }
}
