using LabTest.Arrow.Types;

namespace LabTest.Arrow;

/// <summary>An array of maps: lists of pairs of key and value.</summary>
public sealed class MapArray : ListArray
{
    /// <summary>Makes an array of a buffer and an array of pairs that exist.</summary>
    /// <exception cref="ArgumentException"><paramref name="dataType"/> is not a <see cref="MapType"/>.</exception>
    public MapArray(
        IArrowType dataType,
        int length,
        ArrowBuffer valueOffsetsBuffer,
        IArrowArray structs,
        ArrowBuffer nullBitmapBuffer,
        int nullCount = 0,
        int offset = 0)
        : this(new ArrayData(dataType, length, nullCount, offset, [nullBitmapBuffer, valueOffsetsBuffer], [structs.Data]))
    {
    }

    /// <summary>Makes an array of parts that exist.</summary>
    /// <exception cref="ArgumentException">The parts are of another type.</exception>
    public MapArray(ArrayData data)
        : base(data, ArrowTypeId.Map)
    {
    }

    /// <summary>The pairs of all maps.</summary>
    public StructArray KeyValues => (StructArray)base.Values;

    /// <summary>The keys of all maps.</summary>
    public IArrowArray Keys => KeyValues.Fields[0];

    /// <summary>The values of all maps.</summary>
    public new IArrowArray Values => KeyValues.Fields[1];

    /// <summary>Collects maps: <see cref="Append"/> begins one, then its keys and values go to their builders.</summary>
    public new sealed class Builder : ArrowArrayBuilder<MapArray, Builder>
    {
        private readonly ArrowBuffer.Builder<int> _starts = new();

        /// <summary>Makes a builder for maps of <paramref name="type"/>.</summary>
        public Builder(MapType type)
        {
            ArgumentNullException.ThrowIfNull(type);
            DataType = type;
            KeyBuilder = ArrowArrayBuilderFactory.Build(type.KeyField.DataType);
            ValueBuilder = ArrowArrayBuilderFactory.Build(type.ValueField.DataType);
        }

        /// <summary>The type that is built.</summary>
        public MapType DataType { get; }

        /// <summary>Takes the keys.</summary>
        public IArrowArrayBuilder<IArrowArray, IArrowArrayBuilder<IArrowArray>> KeyBuilder { get; }

        /// <summary>Takes the values, as many as keys.</summary>
        public IArrowArrayBuilder<IArrowArray, IArrowArrayBuilder<IArrowArray>> ValueBuilder { get; }

        /// <summary>Begins a map.</summary>
        public Builder Append()
        {
            AppendSlot();
            Validity.AppendValid();
            return this;
        }

        /// <summary>The array so far.</summary>
        /// <exception cref="InvalidOperationException">There are not as many values as keys.</exception>
        private protected override MapArray Create()
        {
            if (KeyBuilder.Length != ValueBuilder.Length)
                throw new InvalidOperationException($"{KeyBuilder.Length} keys were appended, but {ValueBuilder.Length} values.");
            var pairs = new StructArray(DataType.KeyValueType, KeyBuilder.Length, [KeyBuilder.Build(), ValueBuilder.Build()], ArrowBuffer.Empty);
            _starts.Append(KeyBuilder.Length);
            var offsets = _starts.Build();
            _starts.Resize(_starts.Length - 1);
            return new MapArray(DataType, Length, offsets, pairs, Validity.Build(), NullCount);
        }

        private protected override void AppendSlot() => _starts.Append(KeyBuilder.Length);

        private protected override void ReserveSlots(int count) => _starts.Reserve(count);

        private protected override void ClearSlots()
        {
            _starts.Clear();
            KeyBuilder.Clear();
            ValueBuilder.Clear();
        }
    }
}
