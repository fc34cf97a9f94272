package kz.senim.core.source;

/**
 * A file as the shell read it: its name as a person knows it, and its bytes.
 *
 * @param name path relative to what the person named, with {@code /}
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are read once and never compared
public record SourceFile(String name, byte[] bytes) {}
