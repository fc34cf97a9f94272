package kz.senim.core.law;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Writes trees of records as compact bytes and reads them back: records, sealed interfaces of
 * records, enums, lists, maps, strings, numbers, days and periods. Equal texts are stored once.
 *
 * <p>The bytes carry a description of the types, so that a file written by another version of them
 * is refused instead of misread, and end with a checksum, so that a damaged file is too.
 */
final class RecordCodec {

  private final Map<Class<?>, Shape> shapes = new HashMap<>();

  /** What is needed of a record class, looked up once. */
  private record Shape(List<RecordComponent> components, Constructor<?> constructor) {}

  <T extends Record> byte[] write(T root, Class<T> type) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(schema(type));
      new Writer(out).value(type, root);
      out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IllegalArgumentException when the bytes were not written for this version of the types
   */
  <T extends Record> T read(byte[] bytes, Class<T> type) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      String expected = schema(type);
      if (!in.readUTF().equals(expected)) {
        throw new IllegalArgumentException("written by another version of Senim");
      }
      int body = bytes.length - Integer.BYTES;
      if (body < 0 || checksum(bytes, body) != ByteBuffer.wrap(bytes).getInt(body)) {
        throw new IllegalArgumentException("cut short or damaged");
      }
      return java.util.Objects.requireNonNull(type.cast(new Reader(in).value(type)));
    } catch (IOException e) {
      throw new IllegalArgumentException("cut short or damaged", e);
    }
  }

  /** CRC-32C: against accidents, not against somebody who writes into the program's folder. */
  private static int checksum(byte[] bytes, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, length);
    return (int) sum.getValue();
  }

  private static String schema(Class<?> root) {
    Map<String, String> described = new TreeMap<>();
    describe(root, described);
    return Integer.toHexString(described.toString().hashCode()) + "/" + described.size();
  }

  private static void describe(Type type, Map<String, String> described) {
    if (type instanceof ParameterizedType parameterized) {
      for (Type argument : parameterized.getActualTypeArguments()) {
        describe(argument, described);
      }
    } else if (type instanceof Class<?> c && !described.containsKey(c.getName())) {
      if (c.isRecord()) {
        StringBuilder text = new StringBuilder();
        described.put(c.getName(), "");
        for (RecordComponent component : c.getRecordComponents()) {
          text.append(component.getName())
              .append(':')
              .append(component.getGenericType().getTypeName())
              .append(' ');
          describe(component.getGenericType(), described);
        }
        described.put(c.getName(), text.toString());
      } else if (c.isSealed()) {
        described.put(c.getName(), "sealed");
        for (Class<?> permitted : c.getPermittedSubclasses()) {
          describe(permitted, described);
        }
      } else if (c.isEnum()) {
        described.put(c.getName(), List.of(c.getEnumConstants()).toString());
      }
    }
  }

  private Shape shape(Class<?> type) {
    return shapes.computeIfAbsent(
        type,
        t -> {
          RecordComponent[] components = t.getRecordComponents();
          Class<?>[] types = new Class<?>[components.length];
          for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
            components[i].getAccessor().setAccessible(true);
          }
          try {
            Constructor<?> constructor = t.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new Shape(List.of(components), constructor);
          } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static IllegalStateException unsupported(Type type) {
    return new IllegalStateException("no way to write a " + type.getTypeName());
  }

  private final class Writer {

    private final DataOutputStream out;
    private final Map<String, Integer> texts = new HashMap<>();

    Writer(DataOutputStream out) {
      this.out = out;
    }

    void value(Type type, @Nullable Object value) throws IOException {
      if (type instanceof ParameterizedType parameterized) {
        collection(parameterized, value);
        return;
      }
      Class<?> c = (Class<?>) type;
      if (c.isPrimitive()) {
        primitive(c, value);
        return;
      }
      if (value == null) {
        out.writeByte(0);
        return;
      }
      if (c == Object.class) {
        tagged(value);
      } else if (c.isSealed() && c.isInterface()) {
        Class<?>[] permitted = c.getPermittedSubclasses();
        for (int i = 0; i < permitted.length; i++) {
          if (permitted[i] == value.getClass()) {
            out.writeByte(i + 1);
            components(permitted[i], value);
          }
        }
      } else {
        out.writeByte(1);
        known(c, value);
      }
    }

    private void known(Class<?> c, Object value) throws IOException {
      switch (value) {
        case String text -> text(text);
        case Double number -> out.writeDouble(number);
        case LocalDate date -> out.writeInt((int) date.toEpochDay());
        case Period period -> text(period.toString());
        case Enum<?> constant -> text(constant.name());
        case Record _ -> components(c, value);
        default -> throw unsupported(c);
      }
    }

    private void components(Class<?> c, Object value) throws IOException {
      for (RecordComponent component : shape(c).components()) {
        try {
          value(component.getGenericType(), component.getAccessor().invoke(value));
        } catch (IllegalAccessException | InvocationTargetException e) {
          throw new IllegalStateException(e);
        }
      }
    }

    private void collection(ParameterizedType type, @Nullable Object value) throws IOException {
      Type[] arguments = type.getActualTypeArguments();
      switch (value) {
        case List<?> list -> {
          out.writeInt(list.size());
          for (Object item : list) {
            value(arguments[0], item);
          }
        }
        case Map<?, ?> map -> {
          out.writeInt(map.size());
          for (Map.Entry<?, ?> entry : map.entrySet()) {
            value(arguments[0], entry.getKey());
            value(arguments[1], entry.getValue());
          }
        }
        case null, default -> throw unsupported(type);
      }
    }

    private void primitive(Class<?> c, @Nullable Object value) throws IOException {
      switch (value) {
        case Integer number -> out.writeInt(number);
        case Boolean flag -> out.writeBoolean(flag);
        case null, default -> throw unsupported(c);
      }
    }

    /** A value whose class is not known beforehand: of a fact, a figure or a literal. */
    private void tagged(Object value) throws IOException {
      switch (value) {
        case Boolean flag -> out.writeByte(flag ? 1 : 2);
        case Double number -> {
          out.writeByte(3);
          out.writeDouble(number);
        }
        case String text -> {
          out.writeByte(4);
          text(text);
        }
        case LocalDate date -> {
          out.writeByte(5);
          out.writeInt((int) date.toEpochDay());
        }
        case Period period -> {
          out.writeByte(6);
          text(period.toString());
        }
        default -> throw unsupported(value.getClass());
      }
    }

    private void text(String text) throws IOException {
      Integer known = texts.get(text);
      if (known != null) {
        out.writeInt(known);
        return;
      }
      texts.put(text, texts.size());
      out.writeInt(-1);
      byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  private final class Reader {

    private final DataInputStream in;
    private final List<String> texts = new ArrayList<>();

    Reader(DataInputStream in) {
      this.in = in;
    }

    @Nullable Object value(Type type) throws IOException {
      if (type instanceof ParameterizedType parameterized) {
        return collection(parameterized);
      }
      Class<?> c = (Class<?>) type;
      if (c == int.class) {
        return in.readInt();
      }
      if (c == boolean.class) {
        return in.readBoolean();
      }
      int tag = in.readByte();
      if (tag == 0) {
        return null;
      }
      if (c == Object.class) {
        return tagged(tag);
      }
      if (c.isSealed() && c.isInterface()) {
        return record(c.getPermittedSubclasses()[tag - 1]);
      }
      if (c == String.class) {
        return text();
      }
      if (c == Double.class) {
        return in.readDouble();
      }
      if (c == LocalDate.class) {
        return LocalDate.ofEpochDay(in.readInt());
      }
      if (c == Period.class) {
        return Period.parse(text());
      }
      if (c.isEnum()) {
        String name = text();
        for (Object constant : c.getEnumConstants()) {
          if (((Enum<?>) constant).name().equals(name)) {
            return constant;
          }
        }
        throw new IOException("no constant " + name);
      }
      return record(c);
    }

    private Object record(Class<?> c) throws IOException {
      Shape shape = shape(c);
      @Nullable Object[] arguments = new Object[shape.components().size()];
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = value(shape.components().get(i).getGenericType());
      }
      try {
        return shape.constructor().newInstance(arguments);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    private Object collection(ParameterizedType type) throws IOException {
      Type[] arguments = type.getActualTypeArguments();
      int size = in.readInt();
      if (type.getRawType() == List.class) {
        @Nullable Object[] items = new Object[size];
        for (int i = 0; i < size; i++) {
          items[i] = value(arguments[0]);
        }
        return List.of(items);
      }
      Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
      for (int i = 0; i < size; i++) {
        map.put(value(arguments[0]), value(arguments[1]));
      }
      return map;
    }

    private Object tagged(int tag) throws IOException {
      return switch (tag) {
        case 1 -> true;
        case 2 -> false;
        case 3 -> in.readDouble();
        case 4 -> text();
        case 5 -> LocalDate.ofEpochDay(in.readInt());
        case 6 -> Period.parse(text());
        default -> throw new IOException("tag " + tag);
      };
    }

    private String text() throws IOException {
      int known = in.readInt();
      if (known >= 0) {
        return texts.get(known);
      }
      int length = in.readInt();
      byte[] bytes = in.readNBytes(length);
      if (bytes.length < length) {
        throw new java.io.EOFException(); // half a text would read as another one
      }
      String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
      texts.add(text);
      return text;
    }
  }
}
