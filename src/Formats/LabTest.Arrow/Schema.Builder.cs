namespace LabTest.Arrow;

public sealed partial class Schema
{
    /// <summary>Puts a schema together step by step.</summary>
    public sealed class Builder
    {
        private readonly List<Field> _fields = [];
        private readonly Dictionary<string, string> _metadata = new(StringComparer.Ordinal);

        /// <summary>Forgets all that was added.</summary>
        public Builder Clear()
        {
            _fields.Clear();
            _metadata.Clear();
            return this;
        }

        /// <summary>Adds a column.</summary>
        public Builder Field(Field field)
        {
            ArgumentNullException.ThrowIfNull(field);
            _fields.Add(field);
            return this;
        }

        /// <summary>Adds the column that <paramref name="fieldBuilderCallback"/> describes.</summary>
        public Builder Field(Action<Field.Builder> fieldBuilderCallback)
        {
            ArgumentNullException.ThrowIfNull(fieldBuilderCallback);
            var builder = new Field.Builder();
            fieldBuilderCallback(builder);
            return Field(builder.Build());
        }

        /// <summary>Adds a key and value of the user's own.</summary>
        public Builder Metadata(string key, string value)
        {
            _metadata[key] = value;
            return this;
        }

        /// <summary>Adds keys and values of the user's own.</summary>
        public Builder Metadata(IEnumerable<KeyValuePair<string, string>> pairs)
        {
            ArgumentNullException.ThrowIfNull(pairs);
            foreach (var (key, value) in pairs)
                _metadata[key] = value;
            return this;
        }

        /// <summary>The schema as set so far.</summary>
        public Schema Build() => new(_fields, _metadata);
    }
}
