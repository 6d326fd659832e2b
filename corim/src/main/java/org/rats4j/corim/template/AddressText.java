package org.rats4j.corim.template;

import java.util.ArrayList;
import java.util.List;
import org.rats4j.core.Bytes;

/** MAC and IP addresses as people write them; nothing here asks a name server. */
final class AddressText {
  private static final int GROUPS = 8;

  private AddressText() {}

  /** Returns the bytes of pairs of hexadecimal digits with {@code :} or {@code -} between. */
  static Bytes ofMac(String text) {
    if (!text.matches("[0-9a-fA-F]{2}([:-][0-9a-fA-F]{2})*")) {
      throw new IllegalArgumentException("not a MAC address");
    }
    return Bytes.ofHex(text.replaceAll("[:-]", ""));
  }

  static String mac(Bytes address) {
    return address.toHex().replaceAll("(..)(?!$)", "$1:");
  }

  static Bytes ofIp(String text) {
    return text.indexOf(':') < 0 ? ofIpv4(text) : ofIpv6(text);
  }

  private static Bytes ofIpv4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      throw notAnAddress();
    }
    int[] bytes = new int[4];
    for (int i = 0; i < 4; i++) {
      if (!parts[i].matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(parts[i]) > 255) {
        throw notAnAddress();
      }
      bytes[i] = Integer.parseInt(parts[i]);
    }
    return Bytes.of(bytes);
  }

  private static Bytes ofIpv6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return bytes(groups(text), List.of(), false);
    }
    List<Integer> behind = groups(text.substring(gap + 2));
    return bytes(groups(text.substring(0, gap)), behind, true);
  }

  private static List<Integer> groups(String text) {
    List<Integer> groups = new ArrayList<>();
    if (text.isEmpty()) {
      return groups;
    }
    for (String group : text.split(":", -1)) {
      if (group.indexOf('.') >= 0) {
        Bytes last = ofIpv4(group);
        groups.add(last.at(0) << 8 | last.at(1));
        groups.add(last.at(2) << 8 | last.at(3));
      } else if (group.matches("[0-9a-fA-F]{1,4}")) {
        groups.add(Integer.parseInt(group, 16));
      } else {
        throw notAnAddress();
      }
    }
    return groups;
  }

  private static Bytes bytes(List<Integer> before, List<Integer> behind, boolean gap) {
    int zeros = GROUPS - before.size() - behind.size();
    if (gap ? zeros < 1 : zeros != 0) {
      throw notAnAddress();
    }
    List<Integer> all = new ArrayList<>(before);
    for (int i = 0; i < zeros; i++) {
      all.add(0);
    }
    all.addAll(behind);
    int[] bytes = new int[2 * GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      bytes[2 * i] = all.get(i) >> 8;
      bytes[2 * i + 1] = all.get(i);
    }
    return Bytes.of(bytes);
  }

  private static IllegalArgumentException notAnAddress() {
    return new IllegalArgumentException("not an IP address");
  }

  static String ip(Bytes address) {
    List<String> parts = new ArrayList<>();
    if (address.size() == 4) {
      for (int i = 0; i < 4; i++) {
        parts.add(Integer.toString(address.at(i)));
      }
      return String.join(".", parts);
    }
    for (int i = 0; i < address.size(); i += 2) {
      parts.add(Integer.toHexString(address.at(i) << 8 | address.at(i + 1)));
    }
    return String.join(":", parts);
  }
}
