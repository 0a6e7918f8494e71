namespace LabTest.Arrow.Ipc.Metadata;

/// <summary>The numbers of the fields of the tables in Schema.fbs, Message.fbs and File.fbs. A union takes two: its kind and its value.</summary>
internal static class Slots
{
    public static class Message
    {
        public const int Version = 0;
        public const int HeaderKind = 1;
        public const int Header = 2;
        public const int BodyLength = 3;
        public const int Count = 5;
    }

    public static class Schema
    {
        public const int Endianness = 0;
        public const int Fields = 1;
        public const int Metadata = 2;
        public const int Count = 4;
    }

    public static class Field
    {
        public const int Name = 0;
        public const int Nullable = 1;
        public const int TypeKind = 2;
        public const int Type = 3;
        public const int Dictionary = 4;
        public const int Children = 5;
        public const int Metadata = 6;
        public const int Count = 7;
    }

    public static class DictionaryEncoding
    {
        public const int Id = 0;
        public const int IndexType = 1;
        public const int IsOrdered = 2;
        public const int Count = 4;
    }

    public static class KeyValue
    {
        public const int Key = 0;
        public const int Value = 1;
        public const int Count = 2;
    }

    public static class RecordBatch
    {
        public const int Length = 0;
        public const int Nodes = 1;
        public const int Buffers = 2;
        public const int Compression = 3;
        public const int VariadicCounts = 4;
        public const int Count = 5;
    }

    public static class DictionaryBatch
    {
        public const int Id = 0;
        public const int Data = 1;
        public const int IsDelta = 2;
        public const int Count = 3;
    }

    public static class Footer
    {
        public const int Version = 0;
        public const int Schema = 1;
        public const int Dictionaries = 2;
        public const int RecordBatches = 3;
        public const int Count = 5;
    }

    /// <summary>The fields of the types' own tables; most have one or none.</summary>
    public static class Type
    {
        public const int Unit = 0;
        public const int Width = 0;
        public const int ListSize = 0;
        public const int KeysSorted = 0;
        public const int IntBitWidth = 0;
        public const int IntIsSigned = 1;
        public const int FloatPrecision = 0;
        public const int DecimalPrecision = 0;
        public const int DecimalScale = 1;
        public const int DecimalBitWidth = 2;
        public const int TimeBitWidth = 1;
        public const int Timezone = 1;
        public const int CompressionCodec = 0;
    }
}
