namespace LabTest.Arrow;

public readonly partial struct ArrowBuffer
{
    /// <summary>Collects bits for a buffer, the least significant bit of each byte first.</summary>
    public sealed class BitmapBuilder
    {
        private readonly GrowingBuffer _bytes = new();

        /// <summary>Makes a builder with room for <paramref name="capacity"/> bits.</summary>
        public BitmapBuilder(int capacity = 8) => Reserve(capacity);

        /// <summary>The number of bits.</summary>
        public int Length { get; private set; }

        /// <summary>How many of them are 1.</summary>
        public int SetBitCount { get; private set; }

        /// <summary>How many of them are 0.</summary>
        public int UnsetBitCount => Length - SetBitCount;

        /// <summary>Appends a bit.</summary>
        public BitmapBuilder Append(bool value)
        {
            if (Length % 8 == 0)
                _bytes.Append<byte>(0);
            if (value)
            {
                _bytes.Span[^1] |= (byte)(1 << (Length % 8));
                SetBitCount++;
            }

            Length++;
            return this;
        }

        /// <summary>Appends bits.</summary>
        public BitmapBuilder AppendRange(IEnumerable<bool> values)
        {
            ArgumentNullException.ThrowIfNull(values);
            foreach (var value in values)
                Append(value);
            return this;
        }

        /// <summary>Appends <paramref name="length"/> times the same bit.</summary>
        public BitmapBuilder AppendRange(bool value, int length)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(length);
            for (; length > 0 && Length % 8 != 0; length--)
                Append(value);

            _bytes.Extend(length / 8).Fill(value ? (byte)0xFF : (byte)0);
            Length += length / 8 * 8;
            SetBitCount += value ? length / 8 * 8 : 0;

            for (length %= 8; length > 0; length--)
                Append(value);
            return this;
        }

        /// <summary>Sets a bit that is there already.</summary>
        /// <exception cref="ArgumentOutOfRangeException">There is no such bit yet.</exception>
        public BitmapBuilder Set(int index, bool value)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Length);
            if (BitUtility.GetBit(_bytes.Span, index) == value)
                return this;
            _bytes.Span[index / 8] ^= (byte)(1 << (index % 8));
            SetBitCount += value ? 1 : -1;
            return this;
        }

        /// <summary>Makes room for <paramref name="additionalCapacity"/> more bits.</summary>
        public BitmapBuilder Reserve(int additionalCapacity)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(additionalCapacity);
            _bytes.Reserve(BitUtility.ByteCount(additionalCapacity));
            return this;
        }

        /// <summary>Removes all bits and keeps the room.</summary>
        public BitmapBuilder Clear()
        {
            _bytes.Clear();
            Length = 0;
            SetBitCount = 0;
            return this;
        }

        /// <summary>A buffer with a copy of the bits so far; the builder can go on.</summary>
        public ArrowBuffer Build() => _bytes.ToBuffer();

        /// <summary>The bits so far, sharing memory; later bits go into the same last byte.</summary>
        internal ArrowBuffer Snapshot() => new(_bytes.Snapshot);
    }
}
