using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LabTest.Arrow;

public readonly partial struct ArrowBuffer
{
    /// <summary>Collects values for a buffer.</summary>
    /// <typeparam name="T">A primitive value as Arrow stores it.</typeparam>
    public sealed class Builder<T>
        where T : unmanaged
    {
        private readonly GrowingBuffer _bytes = new();

        /// <summary>Makes a builder with room for <paramref name="capacity"/> values.</summary>
        public Builder(int capacity = 8) => Reserve(capacity);

        /// <summary>The number of values.</summary>
        public int Length => _bytes.Length / Unsafe.SizeOf<T>();

        /// <summary>The values, which may be changed until the next call of another method.</summary>
        public Span<T> Span => MemoryMarshal.Cast<byte, T>(_bytes.Span);

        /// <summary>Appends a value.</summary>
        public Builder<T> Append(T value)
        {
            _bytes.Append(value);
            return this;
        }

        /// <summary>Appends values.</summary>
        public Builder<T> Append(ReadOnlySpan<T> source)
        {
            _bytes.Append(source);
            return this;
        }

        /// <summary>Appends values.</summary>
        public Builder<T> AppendRange(IEnumerable<T> values)
        {
            ArgumentNullException.ThrowIfNull(values);
            foreach (var value in values)
                _bytes.Append(value);
            return this;
        }

        /// <summary>Makes room for <paramref name="additionalCapacity"/> more values.</summary>
        public Builder<T> Reserve(int additionalCapacity)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(additionalCapacity);
            _bytes.Reserve(checked(additionalCapacity * Unsafe.SizeOf<T>()));
            return this;
        }

        /// <summary>Sets the number of values; new ones are 0.</summary>
        public Builder<T> Resize(int capacity)
        {
            _bytes.Resize(checked(capacity * Unsafe.SizeOf<T>()));
            return this;
        }

        /// <summary>Removes all values and keeps the room.</summary>
        public Builder<T> Clear()
        {
            _bytes.Clear();
            return this;
        }

        /// <summary>A buffer with a copy of the values so far; the builder can go on.</summary>
        public ArrowBuffer Build() => _bytes.ToBuffer();

        /// <summary>The values so far, sharing memory; nothing may be removed or changed afterwards.</summary>
        internal ArrowBuffer Snapshot() => new(_bytes.Snapshot);
    }
}
